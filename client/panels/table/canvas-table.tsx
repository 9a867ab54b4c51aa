import { useState } from "react";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { Segmented } from "#client/ui/segmented.tsx";
import { EntityTable } from "./entity-table.tsx";
import { StatementTable } from "./statement-table.tsx";
import styles from "./table.module.css";

type Listed = "entities" | "statements";

/** What is on the canvas as two tables: the full equivalent of the picture for a screen reader, in step with the selection. */
export function CanvasTable() {
  const { t } = useTranslation();
  const [of, setOf] = useState<Listed>("entities");
  return (
    <section className={styles.panel} aria-label={t("table.region")} data-canvas-table tabIndex={-1}>
      <div className={styles.inner}>
        <div className={styles.which}>
          <Segmented<Listed>
            label={t("table.which")}
            value={of}
            onChange={setOf}
            options={[
              { value: "entities", text: t("table.entities") },
              { value: "statements", text: t("table.statements") },
            ]}
          />
        </div>
        {of === "entities" ? <EntityTable /> : <StatementTable />}
      </div>
    </section>
  );
}
