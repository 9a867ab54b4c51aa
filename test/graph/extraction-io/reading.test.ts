import { createHash } from "node:crypto";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readDocument } from "#graph/extraction/reading/read-document.ts";
import { DocumentUnreadable } from "#graph/extraction/reading/unreadable.ts";
import { docxOf, pdfOf } from "./tiny-files.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (name: string, bytes: Uint8Array) => readDocument({ name, bytes });
const slices = ({ text, paragraphs }: { text: string; paragraphs: { start: number; end: number }[] }): string[] =>
  paragraphs.map(({ start, end }) => text.slice(start, end));
const refusal = async (name: string, bytes: Uint8Array): Promise<DocumentUnreadable> => {
  const error = await read(name, bytes).then(
    () => null,
    (it: unknown) => it,
  );
  expect(error).toBeInstanceOf(DocumentUnreadable);
  return error as DocumentUnreadable;
};

describe("a text file", () => {
  it("is its decoded bytes unchanged, leading line breaks and all", async () => {
    const bytes = utf8("\n\n云岭市打造样板\n\n云岭建成一座工厂。\n清河再建一座。\n");
    const it = await read("folder/云岭.txt", bytes);
    expect(it.text).toBe("\n\n云岭市打造样板\n\n云岭建成一座工厂。\n清河再建一座。\n");
    expect(it).toMatchObject({ file: "云岭.txt", format: "txt", characters: 29, published: null, title: null });
    expect(it.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(slices(it)).toEqual(["云岭市打造样板", "云岭建成一座工厂。", "清河再建一座。"]);
  });

  it("keeps a byte order mark, so that offsets are into the file as given", async () => {
    const it = await read("a.txt", utf8("\uFEFF云岭建厂。"));
    expect(it.text.charCodeAt(0)).toBe(0xfeff);
    expect(it.characters).toBe(6);
  });

  it("may be GB18030", async () => {
    const it = await read("a.txt", Uint8Array.of(0xd4, 0xc6, 0xc1, 0xeb, 0xca, 0xd0));
    expect(it.text).toBe("云岭市");
  });

  it("takes lines together that were broken in the middle of a sentence", async () => {
    const it = await read("a.txt", utf8("云岭市去年引进了三家企业，其中一家在高新区建设\n年产两万吨的工厂。\n另两家没有动工。"));
    expect(slices(it)).toHaveLength(2);
    expect(slices(await read("a.txt", utf8("云岭新貌\n去年以来，云岭建成一座工厂。")))).toHaveLength(2);
  });

  it("is refused with the place of its first broken byte", async () => {
    const whole = utf8(`云岭\n${"工厂".repeat(200)}`);
    whole[7] = 0xb7;
    expect(() => new TextDecoder("gb18030", { fatal: true }).decode(whole)).not.toThrow();
    expect(await refusal("a.txt", whole)).toMatchObject({ row: 2, message: expect.stringContaining("neither UTF-8 nor GB18030") });
  });

  it("is refused when it is empty, blank, binary, UTF-16, too long, or something else than its name says", async () => {
    expect((await refusal("a.txt", new Uint8Array())).fault).toBe("it is empty");
    expect((await refusal("a.txt", utf8(" \n\n"))).fault).toBe("it holds no text");
    expect(await refusal("a.txt", utf8("云岭\n市\0"))).toMatchObject({ row: 2, column: 2 });
    expect((await refusal("a.txt", Uint8Array.of(0xff, 0xfe, 0x91, 0x4e))).fault).toBe("the text is UTF-16");
    expect((await refusal("a.txt", utf8("字".repeat(2_000_001)))).fault).toContain("2000000 are the limit");
    expect((await refusal("a.txt", new Uint8Array(20 * 1024 * 1024 + 1))).fault).toContain("20971520 are the limit");
    expect((await refusal("a.txt", pdfOf([]))).fault).toContain("it is a PDF");
    expect((await refusal("a.docx", utf8("云岭"))).fault).toContain("no Word document");
    expect((await refusal("a.doc", utf8("云岭"))).remedy).toContain(".docx");
  });

  it("has paragraphs that lie in order and hold all but white space", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom("云岭", "。", "\n", "\n\n", "　", " ", "建成了一座很大的工厂和一条铁路线", "\r\n", "A1", "𠮷"), {
          minLength: 1,
        }),
        async (parts) => {
          const given = parts.join("");
          fc.pre(given.trim() !== "");
          const it = await read("a.txt", utf8(given));
          expect(it.text).toBe(given);
          let at = 0;
          for (const { start, end } of it.paragraphs) {
            expect(given.slice(at, start).trim()).toBe("");
            expect(given.slice(start, end)).toBe(given.slice(start, end).trim());
            expect(end).toBeGreaterThan(start);
            at = end;
          }
          expect(given.slice(at).trim()).toBe("");
        },
      ),
    ));
});

describe("the publication date of a text", () => {
  const published = async (text: string) => (await read("a.txt", utf8(text))).published;

  it("is a labelled date, a line that is only a date, or a dateline with its year", async () => {
    expect(await published("云岭新貌\n发布时间：2024-03-05 09:30\n云岭建厂。")).toEqual({
      value: "2024-03-05",
      basis: "文中标明的发布日期",
    });
    expect(await published("云岭新貌\n2024年3月5日 星期二 来源：云岭日报\n云岭建厂。")).toMatchObject({ value: "2024-03-05" });
    expect(await published("云岭建厂。\n\n（2024年3月）")).toMatchObject({ value: "2024-03" });
    expect(await published("本报云岭2024年3月5日讯 云岭建厂。")).toEqual({ value: "2024-03-05", basis: "文首电头的日期" });
  });

  it("stays open without a year, in running text, where lines disagree, and for a day that does not exist", async () => {
    expect(await published("本报云岭3月5日讯 云岭建厂。")).toBeNull();
    expect(await published("2024年3月5日，云岭建厂。")).toBeNull();
    expect(await published("2024年3月5日\n云岭建厂。\n2023年1月1日")).toBeNull();
    expect(await published("2024年2月31日\n云岭建厂。")).toBeNull();
  });
});

describe("a page", () => {
  const page = `<!doctype html><html><head><meta charset="utf-8"><title>云岭日报 - 新貌</title>
    <meta name="PubDate" content="2024-03-05T08:00:00+08:00"></head><body>
    <nav>首页 财经</nav><h1>云岭新貌</h1><script>var a = "隐藏";</script>
    <article><p>云岭市
      建成一座<b>工厂</b>。<br>清河 A 区动工。</p><p style="display: none">看不见</p>
    <figure><figcaption>工厂外景</figcaption></figure></article><footer>版权所有</footer></body></html>`;

  it("gives its visible text, title, kinds and date", async () => {
    const it = await read("a.html", utf8(page));
    expect(slices(it)).toEqual(["云岭新貌", "云岭市建成一座工厂。", "清河 A 区动工。", "工厂外景"]);
    expect(it.paragraphs.map(({ kind }) => kind)).toEqual(["headline", "body", "body", "caption"]);
    expect(it).toMatchObject({ title: "云岭新貌", published: { value: "2024-03-05", basis: "网页元数据 PubDate" }, marked: true });
    expect(it.characters).toBe(it.text.length);
  });

  it("takes its date from a time element or a visible line where no metadata has one", async () => {
    expect((await read("a.htm", utf8("<p>云岭建厂。</p><time datetime='2023-11-02'>昨天</time>"))).published?.value).toBe("2023-11-02");
    expect((await read("a.htm", utf8("<div>发布日期：2023年11月2日</div><article>云岭建厂。</article>"))).published?.value).toBe(
      "2023-11-02",
    );
    expect((await read("a.htm", utf8("<p>2023年11月2日，云岭建厂。</p>"))).published).toBeNull();
  });

  it("may be in the encoding that it names", async () => {
    const bytes = Uint8Array.of(...utf8('<meta charset="gb2312"><p>'), 0xd4, 0xc6, 0xc1, 0xeb);
    expect((await read("a.html", bytes)).text).toBe("云岭");
  });
});

describe("a Word document", () => {
  it("gives its paragraphs", async () => {
    const it = await read("a.docx", docxOf(["云岭新貌", "发布时间：2024年3月5日", "云岭市建成一座工厂 & 一条路。"]));
    expect(slices(it)).toEqual(["云岭新貌", "发布时间：2024年3月5日", "云岭市建成一座工厂 & 一条路。"]);
    expect(it.published?.value).toBe("2024-03-05");
  });

  it("is refused when it is an archive of something else, or damaged", async () => {
    expect((await refusal("a.docx", zipSync({ "a.txt": strToU8("云岭") }))).fault).toContain("no .docx file");
    expect((await refusal("a.docx", docxOf(["云岭"]).slice(0, 200))).remedy).toContain(".txt");
  });
});

describe("a PDF", () => {
  const line = (text: string, y: number, size = 10, x = 50) => ({ text, x, y, size });

  it("gives its text layer, broken lines joined, the largest line as headline", async () => {
    const it = await read(
      "a.pdf",
      pdfOf([
        line("云岭新貌", 740, 20),
        line("云岭市建成一座工厂，在高", 700, 10, 70),
        line("新区建设年产两万吨生产线项目", 685),
        line("。", 670),
        line("清河动工建设一座新的工厂。", 655, 10, 70),
        line("12", 30),
      ]),
    );
    expect(slices(it)).toEqual(["云岭新貌", "云岭市建成一座工厂，在高新区建设年产两万吨生产线项目。", "清河动工建设一座新的工厂。"]);
    expect(it.title).toBe("云岭新貌");
    expect(it.paragraphs[0]?.kind).toBe("headline");
  });

  it("may leave its characters to Adobe's table for Chinese", async () => {
    expect((await read("a.pdf", pdfOf([line("云岭市建成一座工厂。", 700)], "UniGB-UCS2-H"))).text).toBe("云岭市建成一座工厂。");
  });

  it("is read from a buffer as well, which is how files and uploads come", async () => {
    expect((await read("a.pdf", Buffer.from(pdfOf([line("云岭市建成一座工厂。", 700)])))).text).toBe("云岭市建成一座工厂。");
  });

  it("gives the characters that its radicals and compatibility forms stand for", async () => {
    const printed = "云岭市⼀座⼯⼚⽬前⾼产，投产⼆期⻋间。";
    expect((await read("a.pdf", pdfOf([line(printed, 700)]))).text).toBe("云岭市一座工厂目前高产，投产二期车间。");
  });

  it("is refused without a text layer, and when it is damaged", async () => {
    expect((await refusal("a.pdf", pdfOf([]))).fault).toContain("no text layer that can be read");
    expect((await refusal("a.pdf", utf8("%PDF-1.4\nnothing"))).fault).toContain("damaged");
  });
});
