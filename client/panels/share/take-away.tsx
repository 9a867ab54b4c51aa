import { useMemo, useState } from "react";
import { copyPicture } from "#client/exports/clipboard.ts";
import type { Export } from "#client/exports/export.ts";
import { densityFor } from "#client/exports/formats/png.ts";
import { exports } from "#client/exports/index.ts";
import { type ExportOptions, outsideWindow, viewOf } from "#client/exports/seen.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { useFailureText } from "#client/panels/failure.tsx";
import { useAtlasStore, usePreferences } from "#client/state/context.tsx";
import { Button } from "#client/ui/button.tsx";
import fields from "#client/ui/field.module.css";
import { SectionHead } from "#client/ui/marks.tsx";
import { Segmented } from "#client/ui/segmented.tsx";
import { suggestedName } from "../views/picture-now.ts";
import { download, fileName, materialOf, sceneNow } from "./material.ts";
import styles from "./share.module.css";

/** What is seen, as a file or on the clipboard; what a picture would leave out is said before. */
export default function TakeAway() {
  const { t } = useTranslation();
  const store = useAtlasStore();
  const { language } = usePreferences((it) => it);
  const textOf = useFailureText();
  const [title, setTitle] = useState(() => suggestedName(store.getState(), language, t("task.overview")));
  const [extent, setExtent] = useState<ExportOptions["extent"]>("window");
  const [theme, setTheme] = useState<ExportOptions["theme"]>("light");
  const [legend, setLegend] = useState(true);
  const [sources, setSources] = useState(false);
  const [told, setTold] = useState<{ text: string; failed?: boolean }>({ text: "" });
  const [busy, setBusy] = useState(false);
  const scene = useMemo(() => sceneNow(store.getState()), [store]);
  const outside = scene === null || extent === "all" ? 0 : outsideWindow(scene);
  const density = scene === null ? 2 : densityFor(viewOf(scene, extent));

  const run = async (format: string, work: () => Promise<string>) => {
    setBusy(true);
    setTold({ text: t("share.making", { format }) });
    try {
      setTold({ text: await work() });
    } catch (error) {
      setTold({ text: textOf(error).message, failed: true });
    }
    setBusy(false);
  };
  const material = () =>
    materialOf(store.getState(), { title: title.trim() || "Chain Atlas", language, theme, extent, legend, sources }, t);
  const make = (it: Export) =>
    run(it.label, async () => {
      const file = fileName(title, it.extension);
      download(await it.make(await material()), file);
      return t("share.made", { file });
    });
  const copy = () =>
    run("PNG", async () => {
      const own = await material();
      const copied = await copyPicture(own);
      return t(copied === "picture" ? "share.copiedPicture" : "share.copiedText", { count: (await own.statements()).length });
    });

  return (
    <section className={styles.away}>
      <SectionHead>{t("share.takeAway")}</SectionHead>
      <label className={fields.labelled}>
        <span>{t("share.name")}</span>
        <input className={fields.field} value={title} maxLength={120} onChange={(event) => setTitle(event.target.value)} />
      </label>
      {scene === null ? (
        <p className={styles.hint}>{t("share.noDrawing")}</p>
      ) : (
        <>
          <div className={styles.choices}>
            <Segmented<ExportOptions["extent"]>
              label={t("share.extent")}
              value={extent}
              onChange={setExtent}
              options={(["window", "all"] as const).map((value) => ({ value, text: t(`share.extent.${value}`) }))}
            />
            <Segmented<ExportOptions["theme"]>
              label={t("share.theme")}
              value={theme}
              onChange={setTheme}
              options={(["light", "dark"] as const).map((value) => ({ value, text: t(`share.theme.${value}`) }))}
            />
            <label>
              <input type="checkbox" checked={legend} onChange={() => setLegend(!legend)} />
              {t("share.legend")}
            </label>
            <label>
              <input type="checkbox" checked={sources} onChange={() => setSources(!sources)} />
              {t("share.sources")}
            </label>
          </div>
          {outside > 0 && <p className={styles.hint}>{t("share.outside", { count: outside })}</p>}
          {density < 2 && <p className={styles.hint}>{t("share.reduced", { factor: density.toFixed(1) })}</p>}
        </>
      )}
      <ul className={styles.formats}>
        {exports.map((it) => (
          <li key={it.id}>
            <button
              type="button"
              disabled={busy || (it.draws === true && scene === null)}
              aria-label={t("share.download", { format: it.label, what: it.what[language] })}
              onClick={() => void make(it)}
            >
              <b>{it.label}</b>
              <small>{it.what[language]}</small>
            </button>
          </li>
        ))}
      </ul>
      <Button icon="copy" disabled={busy} onClick={() => void copy()}>
        {t("share.copyPicture")}
      </Button>
      <p className={styles.told} role={told.failed ? "alert" : "status"}>
        {told.text}
      </p>
    </section>
  );
}
