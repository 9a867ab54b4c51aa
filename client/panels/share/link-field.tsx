import { useEffect, useRef, useState } from "react";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { PanelFailure } from "#client/panels/failure.tsx";
import { useAtlas, useAtlasStore } from "#client/state/context.tsx";
import { encodePicture, hashOf, linkLimit } from "#client/state/share-link.ts";
import { Button } from "#client/ui/button.tsx";
import fields from "#client/ui/field.module.css";
import { copyText } from "../views/copy-text.ts";
import { addressOf, pictureNow } from "../views/picture-now.ts";
import { SaveForm } from "../views/save-form.tsx";
import styles from "./share.module.css";

/** The link to what is shown: all of it in the link, or where it is too much, a saved view that the link names. */
export function LinkField() {
  const { t } = useTranslation();
  const store = useAtlasStore();
  const graph = useAtlas((state) => state.graph);
  const frame = useAtlas((state) => state.history.present);
  const field = useRef<HTMLInputElement>(null);
  const [address, setAddress] = useState<string | null>(null);
  const [failure, setFailure] = useState<{ error: unknown } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [told, setTold] = useState("");
  const count = frame.exploration.shown.reduce((sum, mark) => sum + mark, 0);
  const fits = count <= linkLimit;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another picture has another link
  useEffect(() => {
    setTold("");
    setAddress(null);
    setFailure(null);
    if (!fits) return;
    let isCurrent = true;
    pictureNow(store.getState()).then(
      (picture) => isCurrent && setAddress(addressOf(hashOf({ picture: encodePicture(picture) }))),
      (error: unknown) => isCurrent && setFailure({ error }),
    );
    return () => {
      isCurrent = false;
    };
  }, [graph, frame, fits, store, attempt]);

  const copy = async (text: string) => {
    const copied = await copyText(text);
    setTold(t(copied ? "share.copied" : "share.copyFailed"));
    if (!copied) field.current?.select();
  };
  return (
    <section className={styles.link}>
      {failure !== null && <PanelFailure error={failure.error} retry={() => setAttempt(attempt + 1)} />}
      {(address !== null || (fits && failure === null)) && (
        <div className={styles.copy}>
          <input
            ref={field}
            className={`${fields.field} ${styles.address}`}
            readOnly
            value={address ?? ""}
            aria-label={t("share.link")}
            onFocus={(event) => event.target.select()}
          />
          <Button look="primary" icon="copy" disabled={address === null} onClick={() => void copy(address ?? "")}>
            {t("share.copy")}
          </Button>
        </div>
      )}
      {fits && <p className={styles.hint}>{t("share.exact", { count })}</p>}
      {!fits && <p className={styles.hint}>{t("share.tooMany", { count, limit: linkLimit })}</p>}
      {!fits && address === null && (
        <SaveForm
          action={t("share.saveFirst")}
          onSaved={({ id }) => {
            const saved = addressOf(hashOf({ view: id }));
            setAddress(saved);
            void copy(saved);
          }}
        />
      )}
      <p className={styles.told} role="status">
        {told}
      </p>
    </section>
  );
}
