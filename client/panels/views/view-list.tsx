import type { ReactNode } from "react";
import { useStore } from "zustand";
import { calls } from "#client/api/calls.ts";
import { useViews, viewsChanged } from "#client/api/keeping-queries.ts";
import { ApiFailure } from "#client/api/request.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { PanelFailure, useFailureText } from "#client/panels/failure.tsx";
import { useAtlasStore } from "#client/state/context.tsx";
import { editor } from "#client/state/editor.ts";
import { hashOf } from "#client/state/share-link.ts";
import { Button } from "#client/ui/button.tsx";
import { SectionHead, Skeleton } from "#client/ui/marks.tsx";
import type { View, ViewSummary } from "#graph/model/view.ts";
import { copyText } from "./copy-text.ts";
import { addressOf, pictureNow } from "./picture-now.ts";
import { ViewRow } from "./view-row.tsx";
import styles from "./views.module.css";

/** The saved views: open, copy a link, rename, replace, delete and take that back. `say` tells what came of it. */
export function ViewList({ say }: { say(told: ReactNode): void }) {
  const { t } = useTranslation();
  const store = useAtlasStore();
  const token = useStore(editor, (it) => it.token);
  const { data, error, refetch } = useViews();
  const textOf = useFailureText();

  const write = async (work: () => Promise<ReactNode>) => {
    try {
      say(await work());
    } catch (failure) {
      const stale = failure instanceof ApiFailure && (failure.status === 409 || failure.status === 404);
      say(stale ? t("views.stale") : textOf(failure).message);
    }
    await viewsChanged();
  };
  const putBack = ({ id, name, note, picture }: View) =>
    write(async () => {
      await calls.saveView({ id, name, note, picture });
      return t("views.saved", { name });
    });
  const remove = (view: ViewSummary) =>
    write(async () => {
      const dropped = await calls.dropView(view);
      return (
        <>
          {t("views.deleted", { name: view.name })}
          <Button look="link" onClick={() => void putBack(dropped)}>
            {t("views.undo")}
          </Button>
        </>
      );
    });
  const replace = (view: ViewSummary) =>
    write(async () => {
      await calls.changeView(view.id, { version: view.version, picture: await pictureNow(store.getState()) });
      return t("views.replaced", { name: view.name });
    });
  const rename = (view: ViewSummary, words: { name: string; note: string }) =>
    write(async () => {
      await calls.changeView(view.id, { version: view.version, ...words });
      return t("views.saved", { name: words.name });
    });
  const copy = async (view: ViewSummary) => {
    const address = addressOf(hashOf({ view: view.id }));
    say((await copyText(address)) ? t("share.copied") : address);
  };

  if (error !== null && data === undefined) return <PanelFailure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={3} />;
  if (data.views.length === 0) return <p className={styles.kept}>{t("views.none")}</p>;
  return (
    <section className={styles.list}>
      <SectionHead>{t("views.list", { count: data.views.length })}</SectionHead>
      <ul>
        {data.views.map((view) => (
          <ViewRow
            key={view.id}
            view={view}
            mayWrite={token !== null}
            onCopy={(it) => void copy(it)}
            onReplace={(it) => void replace(it)}
            onDelete={(it) => void remove(it)}
            onRename={(it, words) => void rename(it, words)}
          />
        ))}
      </ul>
    </section>
  );
}
