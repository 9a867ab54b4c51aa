import type { Rule } from "./rule.ts";

const settle =
  "(?:落户(?:在|于)?|落地(?:在|于)?|入驻|落子|选址(?:在|于)?|签约落户|位于|坐落于|坐落在|地处|建在|布局(?:在|于)?|扎根|安家(?:在|于)?|落脚(?:在|于)?|厂区(?:设)?在|厂址(?:在|设在|选在)|总部(?:设)?在|总部位于|选在|开在|办在|搬到|搬进|迁至|迁到|驻(?:在|于)|建于|落座|设于|设在|进驻|迁入|开工建设于)";

/** Where things are. */
export const placeRules: readonly Rule[] = [
  {
    name: "settled-in",
    predicate: "LOCATED_IN",
    pattern: `(?<s>{CJKA+})(?:等(?:{~8}))?(?:{~6})(?:{@})?(?:{~3})${settle}(?:了)?(?<o>{KR})`,
  },
  {
    name: "in-place-then-name",
    predicate: "LOCATED_IN",
    pattern: "(?:^|，|；|。|：|“)(?:{~4})(?:在|走进|来到|位于|步入|走入)(?<o>{K}|{R}(?={K}))(?:的|内的?|里的?|，)?(?<s>{CJA+})",
  },
  { name: "located-of", predicate: "LOCATED_IN", pattern: "(?:位于|坐落于|坐落在|落户|入驻|地处|建在)(?<o>{KR})的(?<s>{CJKAE+})" },
  {
    name: "settled-there-too",
    predicate: "LOCATED_IN",
    pattern: "(?:落户|入驻|位于|扎根|落地)(?:在|于)?(?<o>{KR})的(?:还|包括|企业)?(?:有|包括|还有)(?<s>{CJ+})",
  },
  {
    name: "it-in-place",
    predicate: "LOCATED_IN",
    pattern: "(?:它|其|该公司|公司|该企业)(?:{~3})在(?<o>{K})(?:的|内|设|建|有)",
    subject: "company",
  },
  {
    name: "first-in-park",
    predicate: "LOCATED_IN",
    pattern: "入园(?:的)?(?:企业|项目)?(?:{~4})(?:——|：|，)?(?<s>{CJ}{J}?)",
    object: "park",
  },
  { name: "zone-and-firm", predicate: "LOCATED_IN", pattern: "(?<o>{K})(?:的|内的?|企业)?(?<s>{C})", confidence: 0.95 },
  {
    name: "built-in-place",
    predicate: "LOCATED_IN",
    pattern: "在(?<o>{KR})(?:{~4})(?:投资)?(?:{#})?(?:{~4})(?:建设|新建|投建|兴建|布局|建成|打造|实施|建)(?:了)?(?:{~8})(?<s>{JKA+})",
    wish: "keep",
  },
  {
    name: "firm-invests-in-place",
    predicate: "LOCATED_IN",
    pattern: "(?<s>{C})(?:{~4})在(?<o>{KR})(?:{~4})(?:建有|设有|设立|拥有|设立了|建成)",
    confidence: 0.95,
  },
  { name: "park-of-region", predicate: "LOCATED_IN", pattern: "(?<o>{RK})(?:的|境内的?|辖区内?的?)(?<s>{K})" },
  { name: "project-of-place", predicate: "LOCATED_IN", pattern: "(?<o>{K})(?:的|内的?)?(?:{~4})(?<s>{J})", confidence: 0.95 },
  { name: "site-of", predicate: "LOCATED_IN", pattern: "(?:^|，|；|。)(?:在|走进)(?<o>{K})(?:的)?(?:{C})(?:的)?(?<s>{J})" },
];
