import { nameOf, relationLabel } from "#client/i18n/labels.ts";
import type { StatementAnswer } from "#graph/model/api-answers.ts";
import { evidenceTable } from "../evidence-table.ts";
import type { Export, Material } from "../export.ts";
import { element, escaped } from "../svg/markup.ts";
import { page } from "../svg/page.ts";

/** Nothing is fetched and nothing runs: the file reads the same on a machine without a network. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

const style = `
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 1280px; padding: 24px; font: 14px/1.6 Inter, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif; color: #1b1d1f; background: #fff; }
figure { margin: 0 0 24px; border: 1px solid #ddddd6; border-radius: 8px; overflow: auto; background: #fafaf7; }
figure svg { display: block; max-width: 100%; height: auto; margin: 0 auto; }
h2 { font-size: 18px; margin: 24px 0 8px; }
table { border-collapse: collapse; width: 100%; font-size: 13px; }
th, td { text-align: left; vertical-align: top; padding: 6px 10px 6px 0; border-top: 1px solid #e9e9e4; }
th { color: #62676c; font-weight: 500; border: 0; white-space: nowrap; }
td:nth-child(4) { white-space: nowrap; }
tr.inferred td:nth-child(4) { border-top-style: dashed; }
ul { margin: 0; padding-left: 16px; }
p { margin: 0; color: #585d62; }
small, footer { color: #62676c; }
code { font: 12px "JetBrains Mono", ui-monospace, monospace; color: #62676c; }
a { color: #0b5e77; }
@media print { figure, tr { break-inside: avoid; } }
`;

function notesList({ seen, options: { language } }: Material, statements: readonly StatementAnswer[]): string {
  const entities = new Map(seen.nodes.map((node) => [node.id, nameOf(node, language)]));
  const claims = new Map(
    statements.map(({ id, subjectRef, predicate, objectRef }) => [
      id as string,
      [nameOf(subjectRef, language), relationLabel(predicate, language), objectRef && nameOf(objectRef, language)]
        .filter(Boolean)
        .join(" "),
    ]),
  );
  const lines = seen.notes.map(({ aboutNow, text, author, at }) => {
    const of = entities.get(aboutNow) ?? claims.get(aboutNow) ?? aboutNow;
    return element(
      "li",
      {},
      `${element("b", {}, escaped(of))} ${escaped(text)} ${element("small", {}, escaped(`${author} · ${at.slice(0, 10)}`))}`,
    );
  });
  return element("ul", {}, lines.join(""));
}

export const html: Export = {
  id: "html",
  label: "HTML",
  what: { zh: "离线网页：图和全部证据", en: "Offline page: the picture and all its evidence" },
  extension: "html",
  draws: true,
  make: async (material) => {
    const { seen, options, t } = material;
    const statements = await material.statements();
    const { svg } = await page({ ...material, options: { ...options, theme: "light" } });
    const missing = seen.edges.length - statements.length;
    const heading = (text: string) => element("h2", {}, escaped(text));
    const body = [
      element("figure", {}, svg),
      heading(t("export.evidenceOf", { count: statements.length })),
      ...(missing > 0 ? [element("p", {}, escaped(t("export.withdrawn", { count: missing })))] : []),
      evidenceTable(statements, material),
      ...(seen.notes.length > 0 ? [heading(t("export.notes", { count: seen.notes.length })), notesList(material, statements)] : []),
      element("footer", {}, escaped(t("export.footer"))),
    ];
    const head = [
      element("meta", { charset: "utf-8" }),
      element("meta", { "http-equiv": "Content-Security-Policy", content: policy }),
      element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      element("title", {}, escaped(options.title)),
      `<style>${style}</style>`,
    ];
    const lang = options.language === "zh" ? "zh-CN" : "en";
    const root = element("html", { lang }, element("head", {}, head.join("\n")) + element("body", {}, body.join("\n")));
    return new Blob([`<!doctype html>\n${root}\n`], { type: "text/html" });
  },
};
