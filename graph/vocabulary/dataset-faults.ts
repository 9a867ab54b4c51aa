const defineFaults = <const F extends Record<string, { readonly en: string; readonly zh: string }>>(faults: F): F => faults;

/**
 * What can be wrong with the files of a dataset, in words. `{name}` stands for a part of what was found or of what is accepted; both languages
 * name the same parts.
 */
export const datasetFaults = defineFaults({
  // Fields and values.
  missing: { en: "{field} is missing", zh: "缺少 {field}" },
  empty: { en: '{field} "{given}" is empty', zh: "{field} 是空的" },
  not_one_of: { en: "{field} {given} is not one of {accepted}", zh: "{field} {given} 不在可用的值里：{accepted}" },
  longer: { en: "{field} {given} is longer than {bound} characters", zh: "{field} {given} 超过 {bound} 个字符" },
  shorter: { en: "{field} {given} is shorter than {bound} characters", zh: "{field} {given} 不足 {bound} 个字符" },
  larger: { en: "{field} {given} is larger than {bound}", zh: "{field} {given} 大于 {bound}" },
  smaller: { en: "{field} {given} is smaller than {bound}", zh: "{field} {given} 小于 {bound}" },
  not_smaller: { en: "{field} {given} is not smaller than {bound}", zh: "{field} {given} 要小于 {bound}" },
  not_larger: { en: "{field} {given} is not larger than {bound}", zh: "{field} {given} 要大于 {bound}" },
  not_whole: { en: "{field} {given} is not a whole number", zh: "{field} {given} 不是整数" },
  not_number: { en: "{field} {given} is not a number", zh: "{field} {given} 不是数字" },
  not_truth: { en: "{field} {given} is not true or false", zh: "{field} {given} 不是 true 或 false" },
  not_share: { en: "{field} {given} is not a number from 0 to 100", zh: "{field} {given} 不是 0 到 100 的数字" },
  not_year: { en: "{field} {given} is not a year (YYYY)", zh: "{field} {given} 不是年份（YYYY）" },
  not_iso_date: { en: "{field} {given} is not YYYY, YYYY-MM or YYYY-MM-DD", zh: "{field} {given} 不是 YYYY、YYYY-MM 或 YYYY-MM-DD" },
  not_iso_period: {
    en: "{field} {given} is not YYYY, YYYY-Q1, YYYY-H1, YYYY-MM or start/end",
    zh: "{field} {given} 不是 YYYY、YYYY-Q1、YYYY-H1、YYYY-MM 或 起/止",
  },
  not_entity_id: { en: "{field} {given} is not the id of an entity", zh: "{field} {given} 不是实体的编号" },
  unfit: { en: "{field} {given}: {why}", zh: "{field} {given} 不合要求：{why}" },
  unknown_field: { en: 'unknown field "{names}"; accepted: {accepted}', zh: "没有字段“{names}”；可用的有：{accepted}" },
  not_date: {
    en: "{field} {given} is not a date such as 2024, 2024-03, 2024-03-15, 2024年3月 or 2024/3/15",
    zh: "{field} {given} 不是日期，写法如 2024、2024-03、2024-03-15、2024年3月、2024/3/15",
  },
  not_period: {
    en: "{field} {given} is not a period such as 2024, 2024-03, 2024年一季度, 2024年上半年, 2024年1-9月 or 2024—2026年",
    zh: "{field} {given} 不是时期，写法如 2024、2024-03、2024年一季度、2024年上半年、2024年1-9月、2024—2026年",
  },
  no_year: { en: "{field} {given}: the year is missing (2024年3月, not 3月)", zh: "{field} {given} 缺少年份（写 2024年3月，不写 3月）" },
  turned_period: {
    en: "{field} {given} ends ({end}) before it begins ({start})",
    zh: "{field} {given} 止于 {end}，早于起点 {start}",
  },
  not_figure: {
    en: '{field} "{given}" is not a figure such as 797, 797亿元, 1,234.5, 13%左右, 6家以上 or 超九成',
    zh: "{field}“{given}”读不成数字，写法如 797、797亿元、1,234.5、13%左右、6家以上、超九成",
  },
  several_figures: {
    en: '{field} "{given}" is a range or several figures; give one figure a cell',
    zh: "{field}“{given}”是一个区间或几个数，一格只写一个数",
  },
  two_meanings: {
    en: '{field} "{given}" says two things at once ({one} and {other})',
    zh: "{field}“{given}”同时说了两层意思（{one} 与 {other}）",
  },
  unknown_unit_in: { en: '{field} "{given}": the unit "{unit}" is not known', zh: "{field}“{given}”：没有单位“{unit}”" },
  number_only: { en: '{field} "{given}" is not a number', zh: "{field}“{given}”不是数字" },
  number_with_sign: {
    en: '{field} "{given}" says "{sign}"; here only a number is taken',
    zh: "{field}“{given}”带了“{sign}”，这里只写数字",
  },
  number_with_unit: { en: '{field} "{given}" has a unit; here only a number is taken', zh: "{field}“{given}”带了单位，这里只写数字" },
  unknown_unit: { en: 'unit "{unit}" is not known', zh: "没有单位“{unit}”" },
  units_differ: {
    en: 'unit "{unit}" stands beside "{printed}", which is in {other}',
    zh: "单位“{unit}”与“{printed}”不合，后者的单位是 {other}",
  },
  // What is referred to.
  no_entity: { en: '"{id}" is no entity of the dataset or of the store', zh: "数据集和图谱里都没有实体“{id}”" },
  no_region: { en: '"{id}" is no Region of the dataset or of the store', zh: "数据集和图谱里都没有地区“{id}”" },
  no_document: { en: '"{id}" is no document of the dataset or of the store', zh: "数据集和图谱里都没有文档“{id}”" },
  no_own_document: { en: '"{id}" is no document of the dataset', zh: "数据集里没有文档“{id}”" },
  no_paragraph: { en: '"{id}" is no paragraph of the dataset', zh: "数据集里没有段落“{id}”" },
  no_dataset: { en: '"{id}" is no dataset of the datasets table', zh: "datasets 表里没有“{id}”" },
  no_claim: { en: '"{id}" is no statement and no metric of the dataset', zh: "数据集里没有陈述或指标“{id}”" },
  other_kind: { en: '"{id}" is a {found}; {field} is a {kind}', zh: "“{id}”是 {found}，{field} 应是 {kind}" },
  paragraph_elsewhere: { en: '"{paragraph}" belongs to another document than "{document}"', zh: "“{paragraph}”不属于文档“{document}”" },
  different_from_itself: { en: '"{id}" cannot be different from itself', zh: "“{id}”不能与自己区分" },
  id_of_statement: { en: '"{id}" is also the id of a statement', zh: "“{id}”已是一条陈述的编号" },
  // The same twice.
  dataset_twice: { en: 'dataset "{id}" stands twice, first at: {first}', zh: "数据集“{id}”出现两次，第一次在 {first}" },
  document_twice: { en: 'document "{id}" stands twice, first at: {first}', zh: "文档“{id}”出现两次，第一次在 {first}" },
  paragraph_twice: { en: 'paragraph "{id}" stands twice, first at: {first}', zh: "段落“{id}”出现两次，第一次在 {first}" },
  entity_twice: { en: 'entity "{id}" stands twice, first at: {first}', zh: "实体“{id}”出现两次，第一次在 {first}" },
  statement_twice: { en: 'statement "{id}" stands twice, first at: {first}', zh: "陈述“{id}”出现两次，第一次在 {first}" },
  metric_twice: { en: 'metric "{id}" stands twice, first at: {first}', zh: "指标“{id}”出现两次，第一次在 {first}" },
  alias_twice: {
    en: 'alias "{surface}" of "{entity}" stands twice, first at: {first}',
    zh: "“{entity}”的别名“{surface}”出现两次，第一次在 {first}",
  },
  constraint_twice: {
    en: '{kind} of "{left}" and "{right}" stands twice, first at: {first}',
    zh: "“{left}”与“{right}”的 {kind} 出现两次，第一次在 {first}",
  },
  evidence_twice: { en: 'the same evidence of "{id}" stands twice, first at: {first}', zh: "“{id}”的同一处证据出现两次，第一次在 {first}" },
  same_statement: {
    en: "{says} says the same as another statement; give that one the evidence: {first}",
    zh: "{says} 与另一条陈述相同，把证据给那一条：{first}",
  },
  same_metric: {
    en: "{name} of {subject} with the same value stands twice; give the other one the evidence: {first}",
    zh: "{subject} 的 {name} 同一数值出现两次，把证据给那一条：{first}",
  },
  same_table: { en: '"{other}" is the same table', zh: "与“{other}”是同一张表" },
  same_sheet: { en: 'sheet "{other}" is the same table', zh: "与工作表“{other}”是同一张表" },
  column_twice: { en: 'column "{column}" stands twice', zh: "列“{column}”出现两次" },
  // Statements, metrics and their evidence.
  wrong_prefix: { en: 'id "{id}" of a {kind} must start with "{prefix}-"', zh: "{kind} 的编号“{id}”要以“{prefix}-”开头" },
  statement_unbacked: { en: "this statement has no evidence", zh: "这条陈述没有证据" },
  metric_unbacked: { en: "this metric has no evidence", zh: "这个指标没有证据" },
  relation_with_value: { en: "{predicate} is a relation: it has an object and no value", zh: "{predicate} 是关系，要有客体，不能有值" },
  relation_without_object: { en: "{predicate} is a relation: its object is missing", zh: "{predicate} 是关系，缺少客体" },
  attribute_with_object: { en: "{predicate} is an attribute: it has a value and no object", zh: "{predicate} 是属性，要有值，不能有客体" },
  attribute_without_value: { en: "{predicate} is an attribute: its value is missing", zh: "{predicate} 是属性，缺少值" },
  attribute_with_property: { en: '{predicate} is an attribute: it has no property "{name}"', zh: "{predicate} 是属性，没有“{name}”这一项" },
  no_property: {
    en: '{predicate} has no property "{name}"; it has {accepted}',
    zh: "{predicate} 没有“{name}”这一项；可用的有：{accepted}",
  },
  no_properties: { en: '{predicate} has no property "{name}"; it has none', zh: "{predicate} 没有“{name}”这一项，它没有任何项" },
  no_predicate: {
    en: '"{predicate}" is neither a relation ({relations}) nor an attribute of {kind} ({attributes})',
    zh: "“{predicate}”既不是关系（{relations}），也不是 {kind} 的属性（{attributes}）",
  },
  wrong_start: { en: "{predicate} starts at {accepted}, not at {kind}", zh: "{predicate} 从 {accepted} 出发，不从 {kind} 出发" },
  wrong_end: { en: "{predicate} ends at {accepted}, not at {kind}", zh: "{predicate} 指向 {accepted}，不指向 {kind}" },
  no_basis: { en: "basis is missing: an inferred statement says what it rests on", zh: "缺少 basis：推断要写明依据" },
  sure_inference: { en: "confidence {confidence}: an inferred statement is below 1", zh: "置信度 {confidence}：推断要低于 1" },
  sure_metric: { en: "confidence {confidence}: an inferred metric is below 1", zh: "置信度 {confidence}：推断的指标要低于 1" },
  unsure_statement: { en: "confidence {confidence} of a stated statement; 1 is usual", zh: "明述的置信度是 {confidence}，通常为 1" },
  other_dimension: {
    en: "{measure} is a {dimension}, {unit} a unit of {other}",
    zh: "{measure} 的量纲是 {dimension}，{unit} 是 {other} 的单位",
  },
  ends_before: { en: "validTo {to} is before validFrom {from}", zh: "止于 {to}，早于起点 {from}" },
  offsets_in_rows: {
    en: '"{document}" is a {form}: its place is a row, not offsets',
    zh: "“{document}”是 {form}，位置写行号，不写字符位置",
  },
  no_row: { en: 'row is missing: "{document}" is a table', zh: "缺少行号：“{document}”是表格" },
  row_in_text: { en: '"{document}" is a text: its place is offsets, not a row', zh: "“{document}”是文字，位置写字符位置，不写行号" },
  no_start: { en: "start is missing beside end", zh: "有 end 而没有 start" },
  no_end: { en: "end is missing beside start", zh: "有 start 而没有 end" },
  end_before_start: { en: "end {end} is not after start {start}", zh: "end {end} 不在 start {start} 之后" },
  end_past_document: {
    en: 'end {end} is past the end of "{document}" ({characters} characters)',
    zh: "end {end} 超出“{document}”的末尾（共 {characters} 个字符）",
  },
  past_document: {
    en: '{end} is past the end of "{document}" ({characters} characters)',
    zh: "{end} 超出“{document}”的末尾（共 {characters} 个字符）",
  },
  outside_paragraph: {
    en: '{start}–{end} is outside "{paragraph}" ({from}–{to})',
    zh: "{start}–{end} 不在“{paragraph}”之内（{from}–{to}）",
  },
  reference_needed: {
    en: 'status reference needs a document of form reference; "{document}" is none',
    zh: "通识要出自通识参考，“{document}”不是",
  },
  global_scoped: {
    en: "a global alias has no scopeOf; scope it to a document or a region",
    zh: "通用别名没有 scopeOf；要限定就写明文档或地区",
  },
  unscoped: { en: "scopeOf is missing: the {scope} in which the alias holds", zh: "缺少 scopeOf：别名在哪个 {scope} 里成立" },
  // Tables, sheets and files.
  no_column: { en: 'column "{column}" is missing', zh: "缺少列“{column}”" },
  unknown_column: { en: 'unknown column "{column}"; accepted: {accepted}', zh: "没有列“{column}”；可用的有：{accepted}" },
  unknown_statement_column: {
    en: 'unknown column "{column}"; accepted: {accepted}, or an own property of a relation',
    zh: "没有列“{column}”；可用的有：{accepted}，或关系自己的项",
  },
  too_many_cells: { en: "{cells} cells, but the heading names {columns} columns", zh: "这一行有 {cells} 格，表头只有 {columns} 列" },
  open_quote: { en: "a quote opens in this row and is not closed (check the quotes)", zh: "这一行的引号没有合上，检查引号" },
  quotes: { en: "{why} (check the quotes)", zh: "这一行读不成表格，检查引号（{why}）" },
  empty_file: { en: "the file is empty; its first row must name the columns", zh: "文件是空的；第一行要写列名" },
  not_json: { en: "this is not JSON from here on", zh: "从这里起不是 JSON" },
  line_not_json: { en: "this line is not JSON from here on", zh: "这一行从这里起不是 JSON" },
  line_no_object: { en: "this line is not a JSON object", zh: "这一行不是 JSON 对象" },
  line_without_table: { en: '"table" is missing; accepted: {accepted}', zh: "缺少“table”；可用的有：{accepted}" },
  line_of_unknown_table: { en: "unknown table {table}; accepted: {accepted}", zh: "没有表 {table}；可用的有：{accepted}" },
  not_dataset: {
    en: 'not a dataset: "format" must be "{format}", then "version": {version} and the tables {tables}',
    zh: "不是数据集：“format”要写“{format}”，再写“version”：{version} 和各张表 {tables}",
  },
  unknown_version: {
    en: "version {found} is not known; this program reads version {version}",
    zh: "没有版本 {found}；这里读版本 {version}",
  },
  unknown_table: { en: 'unknown table "{table}"; accepted: {accepted}', zh: "没有表“{table}”；可用的有：{accepted}" },
  table_no_array: { en: '"{table}" must be an array', zh: "“{table}”要写成数组" },
  record_no_object: { en: 'a record of "{table}" must be an object', zh: "“{table}”的每一条要写成对象" },
  too_many_json_rows: {
    en: "a JSON file of {rows} rows: at most {most} rows in all are read from one; take a folder of CSV tables or JSON Lines (.jsonl), which have no limit",
    zh: "JSON 文件共 {rows} 行，最多读 {most} 行；改用 CSV 文件夹或 JSON Lines（.jsonl），它们没有上限",
  },
  too_many_workbook_rows: {
    en: "a workbook of {rows} rows: at most {most} rows in all are read from one; take a folder of CSV tables or JSON Lines (.jsonl), which have no limit",
    zh: "工作簿共 {rows} 行，最多读 {most} 行；改用 CSV 文件夹或 JSON Lines（.jsonl），它们没有上限",
  },
  too_many_mapped_rows: {
    en: "a table read through a mapping of {rows} rows: at most {most} rows in all are read from one; take a folder of CSV tables or JSON Lines (.jsonl), which have no limit",
    zh: "按映射读的表共 {rows} 行，最多读 {most} 行；改用 CSV 文件夹或 JSON Lines（.jsonl），它们没有上限",
  },
  json_too_large: {
    en: "a JSON file of {megabytes} MB is held in memory as a whole; take a folder of CSV tables or JSON Lines (.jsonl), which have no limit",
    zh: "JSON 文件有 {megabytes} MB，要整个放进内存；改用 CSV 文件夹或 JSON Lines（.jsonl），它们没有上限",
  },
  not_workbook: {
    en: "this is not an .xlsx workbook; save it as one (Excel workbook, .xlsx)",
    zh: "这不是 .xlsx 工作簿；另存为 Excel 工作簿（.xlsx）",
  },
  workbook_too_large: {
    en: "the workbook unpacks to {megabytes} MB; take a folder of CSV tables or JSON Lines (.jsonl), which have no limit",
    zh: "工作簿解开有 {megabytes} MB，太大；改用 CSV 文件夹或 JSON Lines（.jsonl），它们没有上限",
  },
  workbook_unread: { en: "this workbook cannot be read ({why}); save it anew as .xlsx", zh: "工作簿读不了（{why}）；重新存为 .xlsx" },
  sheet_no_table: { en: "no table of a dataset; a sheet is named {accepted}", zh: "不是数据集的表；工作表要叫 {accepted}" },
  workbook_no_table: {
    en: "the workbook holds no table of a dataset; a sheet is named {accepted}",
    zh: "工作簿里没有数据集的表；工作表要叫 {accepted}",
  },
  no_table: {
    en: "no table of a dataset; accepted: {accepted}; another table needs a mapping",
    zh: "不是数据集的表；可用的有：{accepted}；别的表要带映射文件",
  },
  folder_no_table: { en: "the folder holds no table of a dataset ({accepted})", zh: "没有数据集的表（{accepted}）" },
  archive_too_large: {
    en: "the archive unpacks to {megabytes} MB; use npm run seed with the folder",
    zh: "压缩包解开有 {megabytes} MB，太大；用 npm run seed 读文件夹",
  },
  archive_broken: { en: "this archive cannot be unpacked; pack it anew as a plain .zip", zh: "压缩包解不开；重新打成普通的 .zip" },
  not_archive: { en: "this is not a zip archive", zh: "这不是 zip 压缩包" },
  nothing_sent: {
    en: "it holds no file; send a dataset as .zip of CSV tables, .xlsx, .json or .jsonl",
    zh: "里面没有文件；数据集可以是 CSV 表的 .zip、.xlsx、.json 或 .jsonl",
  },
  several_no_tables: { en: "several files are one dataset only when all are CSV tables", zh: "几个文件要都是 CSV 表，才能合成一个数据集" },
  no_format: {
    en: "no dataset: .zip of CSV tables, .csv, .xlsx, .json and .jsonl are",
    zh: "不是数据集；可以是 CSV 表的 .zip、.csv、.xlsx、.json、.jsonl",
  },
  no_source: { en: "no dataset: {accepted} is one", zh: "不是数据集；可以是 {accepted}" },
  no_file: { en: "no such file or folder", zh: "没有这个文件或文件夹" },
  no_mapping_file: { en: "no such mapping file", zh: "没有这个映射文件" },
  utf16: {
    en: "the file is UTF-16; save it as UTF-8 (in a spreadsheet: CSV UTF-8)",
    zh: "文件是 UTF-16；存为 UTF-8（表格软件里选 CSV UTF-8）",
  },
  utf16_or_no_text: {
    en: "the file is UTF-16 or no text at all; save it as UTF-8 (in a spreadsheet: CSV UTF-8)",
    zh: "文件是 UTF-16，或不是文字；存为 UTF-8（表格软件里选 CSV UTF-8）",
  },
  half_utf8: {
    en: "the file begins as UTF-8, but not all of it is; save it as UTF-8 (in a spreadsheet: CSV UTF-8)",
    zh: "文件开头是 UTF-8，后面不是；存为 UTF-8（表格软件里选 CSV UTF-8）",
  },
  unknown_encoding: {
    en: "the file is neither UTF-8 nor GB18030; save it as UTF-8 (in a spreadsheet: CSV UTF-8)",
    zh: "文件既不是 UTF-8，也不是 GB18030；存为 UTF-8（表格软件里选 CSV UTF-8）",
  },
  more: { en: "{more} more problems in this file, {total} in all", zh: "这个文件还有 {more} 处，共 {total} 处" },
  // Foreign tables and their mappings.
  mapping_alone: {
    en: "a mapping comes with the one table that it is about (.csv or .xlsx)",
    zh: "映射文件要和它说的那一张表（.csv 或 .xlsx）一起上传",
  },
  mapping_reads: { en: "a mapping reads a .csv file or an .xlsx workbook", zh: "映射文件只读 .csv 文件或 .xlsx 工作簿" },
  mapped_column_missing: {
    en: 'the mapping names the column "{column}", which is not among those of row {row}: {has}',
    zh: "映射文件用到列“{column}”，第 {row} 行的表头里没有它：{has}",
  },
  mapped_sheet_missing: { en: 'the workbook has no sheet "{sheet}"; it has {has}', zh: "工作簿里没有工作表“{sheet}”；有的是：{has}" },
  mapping_unknown_field: { en: 'unknown "{names}"', zh: "没有“{names}”这一项" },
  mapping_unknown_field_in: { en: 'unknown "{names}" in {place}', zh: "{place} 里没有“{names}”这一项" },
  mapping_not_one_of: { en: "{place} is not one of {accepted}", zh: "{place} 不在可用的值里：{accepted}" },
  mapping_no_value: {
    en: "{place} is neither text with {columns} nor {object}",
    zh: "{place} 既不是带 {columns} 的文字，也不是 {object}",
  },
  mapping_unfit: { en: "{place}: {why}", zh: "{place} 不合要求：{why}" },
  no_role: { en: '"{role}" is none of the entities: {accepted}', zh: "entities 里没有“{role}”；有的是：{accepted}" },
  no_roles: { en: '"{role}" is none of the entities: there are none', zh: "entities 里没有“{role}”，一个也没有" },
  no_id_template: { en: '"{id}" is neither an id nor a template with a {column}', zh: "“{id}”既不是编号，也不是带 {column} 的模板" },
  one_id_of_several: { en: "one id cannot be that of several; leave out id or split", zh: "一个编号不能给几个实体；去掉 id 或 split" },
  no_attribute: { en: '"{name}" is no attribute of {kind}; it has {accepted}', zh: "{kind} 没有属性“{name}”；可用的有：{accepted}" },
  mapped_no_property: { en: '{predicate} has no property "{name}"', zh: "{predicate} 没有“{name}”这一项" },
  mapped_unknown_unit: { en: 'the unit "{unit}" is not known', zh: "没有单位“{unit}”" },
  no_modality: { en: '"{given}" is not one of {accepted}', zh: "“{given}”不在可用的值里：{accepted}" },
  unmapped_value: {
    en: '"{given}" is none of what the mapping knows here: {accepted}',
    zh: "映射文件在这里没有“{given}”；有的是：{accepted}",
  },
  required_empty: { en: "{columns} is empty; the mapping requires it", zh: "{columns} 是空的，映射文件要求填写" },
  two_of_one_id: {
    en: '"{id}" is {otherKind} {otherName} elsewhere, here {kind} {name}; one id is one entity',
    zh: "“{id}”在别处是 {otherKind} {otherName}，这里是 {kind} {name}；一个编号只给一个实体",
  },
  joins_itself: { en: "{predicate} would join {id} with itself", zh: "{predicate} 会把 {id} 和自己连起来" },
});

export type DatasetFaultCode = keyof typeof datasetFaults;
