import { useMemo } from "react";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { useActions, useExplorationLater } from "#client/state/context.tsx";
import { type HeardQuery, heardQuery } from "#client/state/heard.ts";
import { Button } from "#client/ui/button.tsx";
import { Icon } from "#client/ui/icon.tsx";
import styles from "./heard-note.module.css";

/** Of what time and by whose word the panels ask; while a thumb moves they follow a little later than the picture. */
export function useHeard(): HeardQuery | undefined {
  const clocks = useExplorationLater((it) => it.clocks);
  const trust = useExplorationLater((it) => it.trust);
  return useMemo(() => heardQuery({ clocks, trust }), [clocks, trust]);
}

/** What is told is not all there is: of what time, by whose word, and the way back. */
export function HeardNote() {
  const { t } = useTranslation();
  const actions = useActions();
  const { heldAt, saidBy } = useExplorationLater((it) => it.clocks);
  const { documents, reliability } = useExplorationLater((it) => it.trust);
  const parts = [
    heldAt !== null && t("heard.held", { at: heldAt }),
    saidBy !== null && t("heard.said", { at: saidBy }),
    documents !== null && t("heard.documents", { count: documents.size }),
    reliability !== null && t(`heard.${reliability}`),
  ].filter((part) => part !== false);
  if (parts.length === 0) return null;
  const text = parts.join(t("heard.and"));
  return (
    <p className={styles.note} role="note">
      <Icon name="clock" size={13} />
      <span>{text.charAt(0).toUpperCase() + text.slice(1)}</span>
      <Button
        look="link"
        onClick={() => {
          for (const name of ["held", "said", "documents", "reliability"] as const) actions.clearFilter(name);
        }}
      >
        {t("heard.all")}
      </Button>
    </p>
  );
}
