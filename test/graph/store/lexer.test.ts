import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameOf, significant, tokenize } from "#graph/store/cypher/lexer.ts";
import { positionAt } from "#graph/store/cypher/position.ts";

const kinds = (text: string) => significant(tokenize(text)).map(({ kind, text: part }) => `${kind} ${part}`);

const fragments = fc.constantFrom(
  "MATCH",
  "`",
  "``",
  "'",
  '"',
  "\\",
  "/*",
  "*/",
  "//",
  "\n",
  " ",
  "$",
  "$p",
  "1..3",
  ".5",
  "1e5",
  "0x1F",
  "{",
  "}",
  "<>",
  "=~",
  "产业",
  "\uFEFF",
  "😀",
  "-->",
);

describe("the lexer", () => {
  it("gives tokens that joined are the text, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(fragments).map((parts) => parts.join("")),
        ),
        (text) => {
          const tokens = tokenize(text);
          expect(tokens.map((token) => token.text).join("")).toBe(text);
          let offset = 0;
          for (const token of tokens) {
            expect(token.offset).toBe(offset);
            expect(token.text).not.toBe("");
            offset += token.text.length;
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("reads strings with escapes, names in backticks and parameters as one token each", () => {
    expect(kinds(`'it\\'s' "a\\\\" \`a\`\`b\` $p $\`a b\` $1`)).toEqual([
      "string 'it\\'s'",
      'string "a\\\\"',
      "quoted `a``b`",
      "parameter $p",
      "parameter $`a b`",
      "parameter $1",
    ]);
    expect(tokenize("`a``b`").map(nameOf)).toEqual(["a`b"]);
    expect(tokenize("$`a b`").map(nameOf)).toEqual(["a b"]);
  });

  it("tells a range from decimal numbers", () => {
    expect(kinds("*1..3")).toEqual(["operator *", "number 1", "operator ..", "number 3"]);
    expect(kinds("1.5e-3 .5 0x1F")).toEqual(["number 1.5e-3", "number .5", "number 0x1F"]);
  });

  it("keeps what a comment hides out of the significant tokens", () => {
    expect(kinds("RETURN /* CREATE */ 1 // DELETE\n AS x")).toEqual(["name RETURN", "number 1", "name AS", "name x"]);
  });

  it.each(["RETURN 'open", 'RETURN "open', "RETURN `open", "RETURN /* open"])(
    "marks what is not closed in %s as an error at its place",
    (text) => {
      expect(tokenize(text).at(-1)).toMatchObject({ kind: "error", offset: 7 });
    },
  );

  it("reads Chinese names bare", () => {
    expect(kinds("企业.名称")).toEqual(["name 企业", "punctuation .", "name 名称"]);
  });

  it("counts lines over any line end", () => {
    expect(positionAt("a\r\nb\rc\nde", 8)).toEqual({ offset: 8, line: 4, column: 2 });
  });
});
