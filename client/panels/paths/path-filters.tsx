import { useEffect, useState } from "react";
import { formatConfidence } from "#client/format/figure.ts";
import { statusLabel } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { usePreferences } from "#client/state/context.tsx";
import { statusOrder } from "#client/state/loaded-graph.ts";
import { ask, toggleRelations, toggleStatus } from "#client/state/path-search.ts";
import { Button } from "#client/ui/button.tsx";
import { SectionHead } from "#client/ui/marks.tsx";
import { Range } from "#client/ui/range.tsx";
import { date } from "#graph/model/period.ts";
import type { RelationType } from "#graph/vocabulary/relations.ts";
import styles from "./paths.module.css";
import type { Part } from "./paths.tsx";
import { type RelationFamily, relationFamilies } from "./relation-families.ts";

/** What a path may use. */
export function PathFilters({ search, change }: Part) {
  const { t } = useTranslation();
  const { without, avoidHubs, statuses, minConfidence, forward, maxLength } = search;
  const language = usePreferences((it) => it.language);
  const hubs = new Set(search.answers?.flatMap((it) => it.hubs.map(({ id }) => id))).size;
  return (
    <section className={styles.section}>
      <SectionHead
        side={
          without.size > 0 && (
            <Button look="link" onClick={() => change((it) => ask(it, { without: new Set() }))}>
              {t("paths.reset")}
            </Button>
          )
        }
      >
        {t("paths.relations")}
      </SectionHead>
      <div className={styles.chips}>
        {(Object.entries(relationFamilies) as [RelationFamily, readonly RelationType[]][]).map(([family, types]) => {
          const off = types.every((type) => without.has(type));
          return (
            <button
              key={family}
              type="button"
              aria-pressed={!off}
              className={off ? styles.off : styles.on}
              onClick={() => change((it) => toggleRelations(it, types))}
            >
              {t(`paths.family.${family}`)}
            </button>
          );
        })}
      </div>
      <fieldset className={styles.chips} aria-label={t("paths.statuses")}>
        {statusOrder.map((status) => (
          <button
            key={status}
            type="button"
            aria-pressed={statuses.has(status)}
            className={statuses.has(status) ? styles.on : styles.off}
            onClick={() => change((it) => toggleStatus(it, status))}
          >
            {statusLabel(status, language)}
          </button>
        ))}
      </fieldset>
      <label className={styles.check}>
        <input type="checkbox" checked={avoidHubs} onChange={() => change((it) => ask(it, { avoidHubs: !avoidHubs }))} />
        {t("paths.hubs")}
        {avoidHubs && hubs > 0 && <small>{t("paths.skipped", { count: hubs })}</small>}
      </label>
      <label className={styles.check}>
        <input type="checkbox" checked={forward} onChange={() => change((it) => ask(it, { forward: !forward }))} />
        {t("paths.forward")}
      </label>
      <label className={styles.check}>
        {t("paths.longest")}
        <Range
          min={1}
          max={10}
          value={maxLength}
          valueText={t("paths.hops", { count: maxLength })}
          onChange={(value) => change((it) => ask(it, { maxLength: value }))}
        />
        <small>{t("paths.hops", { count: maxLength })}</small>
      </label>
      <label className={styles.check}>
        {t("paths.least")}
        <Range
          min={0}
          max={1}
          step={0.05}
          value={minConfidence}
          valueText={formatConfidence(minConfidence)}
          onChange={(value) => change((it) => ask(it, { minConfidence: value }))}
        />
        <small>{formatConfidence(minConfidence)}</small>
      </label>
      <When at={search.at} change={change} />
    </section>
  );
}

/** Only what held on a day, in a month or a year; asked for once it is one. */
function When({ at, change }: { at: string | null; change: Part["change"] }) {
  const { t } = useTranslation();
  const [text, setText] = useState(at ?? "");
  useEffect(() => setText(at ?? ""), [at]);
  const wrong = text !== "" && !date.safeParse(text).success;
  return (
    <label className={styles.check}>
      {t("paths.heldAt")}
      <input
        className={styles.date}
        value={text}
        placeholder={t("paths.heldAtHint")}
        aria-invalid={wrong}
        title={wrong ? t("paths.heldAtWrong") : undefined}
        onChange={({ target: { value } }) => {
          setText(value);
          const next = value === "" ? null : value;
          if (next !== at && (next === null || date.safeParse(next).success)) change((it) => ask(it, { at: next }));
        }}
      />
      <small role="status">{wrong ? t("paths.heldAtWrong") : ""}</small>
    </label>
  );
}
