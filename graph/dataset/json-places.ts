interface JsonPlace {
  row: number;
  column: number;
}

/** Offsets of the record and of its fields. */
interface RecordOffsets {
  start: number;
  fields: Map<string, number>;
}

/** Walks JSON text that is known to be well formed. */
class Walker {
  private readonly text: string;
  private at = 0;
  constructor(text: string) {
    this.text = text;
  }

  private blank(): void {
    while (/\s|\uFEFF/.test(this.text[this.at] ?? "")) this.at += 1;
  }
  private string(): string {
    const start = this.at;
    this.at += 1;
    while (this.text[this.at] !== '"') this.at += this.text[this.at] === "\\" ? 2 : 1;
    this.at += 1;
    return JSON.parse(this.text.slice(start, this.at));
  }
  skip(): void {
    this.blank();
    const first = this.text[this.at];
    if (first === '"') this.string();
    else if (first === "{") this.members(() => this.skip());
    else if (first === "[") this.elements(() => this.skip());
    else while (!/[,\]}\s]/.test(this.text[this.at] ?? ",")) this.at += 1;
  }
  members(onMember: (name: string, offset: number) => void): void {
    this.blank();
    this.at += 1;
    this.blank();
    while (this.text[this.at] !== "}") {
      const offset = this.at;
      const name = this.string();
      this.blank();
      this.at += 1;
      onMember(name, offset);
      this.blank();
      if (this.text[this.at] === ",") this.at += 1;
      this.blank();
    }
    this.at += 1;
  }
  elements(onElement: (offset: number) => void): void {
    this.blank();
    this.at += 1;
    this.blank();
    while (this.text[this.at] !== "]") {
      onElement(this.at);
      this.blank();
      if (this.text[this.at] === ",") this.at += 1;
      this.blank();
    }
    this.at += 1;
  }
  peek(): string {
    this.blank();
    return this.text[this.at] ?? "";
  }
}

const walk = (text: string): Map<string, RecordOffsets[]> => {
  const tables = new Map<string, RecordOffsets[]>();
  const walker = new Walker(text);
  walker.members((table) => {
    if (walker.peek() !== "[") return walker.skip();
    const records: RecordOffsets[] = [];
    walker.elements((start) => {
      const fields = new Map<string, number>();
      records.push({ start, fields });
      if (walker.peek() !== "{") return walker.skip();
      walker.members((name, offset) => {
        fields.set(name, offset);
        walker.skip();
      });
    });
    tables.set(table, records);
  });
  return tables;
};

/** Line and column, from 1, of a record's fields in well-formed JSON. The text is walked at the first question only. */
export function jsonPlaces(text: string): (table: string, index: number, field?: string) => JsonPlace {
  let tables: Map<string, RecordOffsets[]> | undefined;
  let lineStarts: number[] = [];
  return (table, index, field) => {
    if (tables === undefined) {
      tables = walk(text);
      lineStarts = [0];
      for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lineStarts.push(at + 1);
    }
    const record = tables.get(table)?.[index];
    const offset = (field === undefined ? undefined : record?.fields.get(field)) ?? record?.start ?? 0;
    let low = 0;
    let high = lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((lineStarts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { row: low + 1, column: offset - (lineStarts[low] as number) + 1 };
  };
}
