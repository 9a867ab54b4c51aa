interface JsonPlace {
  row: number;
  column: number;
}

/** Offsets of the record and of its fields. */
interface RecordOffsets {
  start: number;
  fields: Map<string, number>;
}

class JsonFault extends Error {
  readonly offset: number;
  constructor(offset: number) {
    super("not JSON");
    this.offset = offset;
  }
}

const blanks = /[\s\uFEFF]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in strings
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const scalar = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;

/** Walks JSON text. Throws JsonFault where it stops being JSON. */
class Walker {
  private readonly text: string;
  private at = 0;
  constructor(text: string) {
    this.text = text;
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined) throw new JsonFault(this.at);
    this.at += found.length;
    return found;
  }
  peek(): string {
    this.match(blanks);
    return this.text[this.at] ?? "";
  }
  private take(character: string): void {
    if (this.peek() !== character) throw new JsonFault(this.at);
    this.at += 1;
  }
  skip(): void {
    const first = this.peek();
    if (first === "{") this.members(() => this.skip());
    else if (first === "[") this.elements(() => this.skip());
    else this.match(first === '"' ? string : scalar);
  }
  members(onMember: (name: string, offset: number) => void): void {
    this.take("{");
    let more = this.peek() !== "}";
    while (more) {
      this.peek();
      const offset = this.at;
      const name = JSON.parse(this.match(string)) as string;
      this.take(":");
      onMember(name, offset);
      more = this.peek() === ",";
      if (more) this.take(",");
    }
    this.take("}");
  }
  elements(onElement: (offset: number) => void): void {
    this.take("[");
    let more = this.peek() !== "]";
    while (more) {
      this.peek();
      onElement(this.at);
      more = this.peek() === ",";
      if (more) this.take(",");
    }
    this.take("]");
  }
  end(): void {
    if (this.peek() !== "") throw new JsonFault(this.at);
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

function placeAt(text: string, offset: number): JsonPlace {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  return { row: before.split("\n").length, column: offset - lineStart + 1 };
}

/** Where text that is no JSON breaks off. */
export function jsonFaultPlace(text: string): JsonPlace {
  const walker = new Walker(text);
  try {
    walker.skip();
    walker.end();
  } catch (error) {
    if (error instanceof JsonFault) return placeAt(text, error.offset);
    throw error;
  }
  return { row: 1, column: 1 };
}

/** Line and column, from 1, of a record's fields in well-formed JSON. The text is walked at the first question only. */
export function jsonPlaces(text: string): (table: string, index: number, field?: string) => JsonPlace {
  let tables: Map<string, RecordOffsets[]> | undefined;
  let asked = 0;
  const lines: number[] = [0];
  return (table, index, field) => {
    if (tables === undefined) {
      tables = walk(text);
      for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines.push(at + 1);
    }
    const record = tables.get(table)?.[index];
    const offset = (field === undefined ? undefined : record?.fields.get(field)) ?? record?.start ?? 0;
    while (asked + 1 < lines.length && (lines[asked + 1] as number) <= offset) asked += 1;
    while ((lines[asked] as number) > offset) asked -= 1;
    return { row: asked + 1, column: offset - (lines[asked] as number) + 1 };
  };
}

/** Where the value at a path begins in well-formed JSON: the nearest place that exists. */
export function jsonPathPlace(text: string, path: readonly (string | number)[]): JsonPlace {
  const walker = new Walker(text);
  let found = 0;
  const descend = (depth: number): void => {
    const step = path[depth];
    const first = walker.peek();
    let number = 0;
    const visit = (matches: boolean, offset: number): void => {
      if (matches) {
        found = offset;
        descend(depth + 1);
      } else walker.skip();
    };
    if (step === undefined || (first !== "{" && first !== "[")) walker.skip();
    else if (first === "{") walker.members((name, offset) => visit(name === String(step), offset));
    else
      walker.elements((offset) => {
        visit(number === step, offset);
        number += 1;
      });
  };
  descend(0);
  return placeAt(text, found);
}
