import { useStore } from "zustand";
import { kindLabel, nameOf } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { useActions, useExploration, usePreferences } from "#client/state/context.tsx";
import {
  addEnd,
  ask,
  dropEnd,
  mostEnds,
  openFilter,
  type PathSearch,
  pairsOf,
  pathSearch,
  reverse,
  setEnd,
} from "#client/state/path-search.ts";
import { Button, Key } from "#client/ui/button.tsx";
import { Icon } from "#client/ui/icon.tsx";
import { KindGlyph } from "#client/ui/kind-glyph.tsx";
import { SectionHead, UnknownBox } from "#client/ui/marks.tsx";
import { Segmented } from "#client/ui/segmented.tsx";
import type { EntityRef, PathsAnswer } from "#graph/model/api-answers.ts";
import { EntityField } from "../search/search-box.tsx";
import { PathFilters } from "./path-filters.tsx";
import { PathRow } from "./path-row.tsx";
import styles from "./paths.module.css";

/** Ways between entities, in place of the rail: ends, what a way may use, and what was found. */
export function Paths() {
  const { t } = useTranslation();
  const actions = useActions();
  const search = useStore(pathSearch);
  const pairs = pairsOf(search);
  const change = (make: (it: PathSearch) => PathSearch) => {
    pathSearch.setState(make);
    if (pairsOf(pathSearch.getState()) !== null) void actions.findPaths();
  };
  return (
    <aside
      className={styles.paths}
      data-paths-panel
      aria-label={t("paths.title")}
      onKeyDown={(event) => event.key === "Escape" && actions.closePaths()}
    >
      <section className={styles.section}>
        <SectionHead
          side={
            <>
              <Key>P</Key>
              <Button look="quiet" small icon="close" aria-label={t("paths.close")} onClick={actions.closePaths} />
            </>
          }
        >
          {t("paths.title")}
        </SectionHead>
        <Ends search={search} change={change} />
      </section>
      <PathFilters search={search} change={change} />
      <div className={styles.scroll} aria-live="polite">
        {pairs !== null && search.answers !== null && <Shown answers={search.answers} />}
        {pairs === null && <p className={styles.hint}>{t("paths.choose")}</p>}
        {pairs?.map(([from, to], pair) => {
          const answer = search.answers?.[pair];
          if (answer === undefined) return null;
          return <Found key={`${from.id} ${to.id}`} from={from} to={to} pair={pair} answer={answer} change={change} />;
        })}
      </div>
    </aside>
  );
}

export interface Part {
  search: PathSearch;
  change(make: (it: PathSearch) => PathSearch): void;
}

function Ends({ search, change }: Part) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const { ends } = search;
  return (
    <div className={styles.ends}>
      {ends.map((end, at) => {
        const word = t(at === 0 ? "paths.from" : at === ends.length - 1 ? "paths.to" : "paths.through");
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an end is its place in the way
          <div key={at} className={styles.end}>
            <small>{word}</small>
            {end === null ? (
              <EntityField
                className={styles.field}
                label={word}
                placeholder={t("paths.find")}
                onChoose={({ id, kind, name, nameEn }) => change((it) => setEnd(it, at, { id, kind, name, nameEn }))}
              />
            ) : (
              <>
                <KindGlyph kind={end.kind} size={18} />
                <b title={kindLabel(end.kind, language)}>{nameOf(end, language)}</b>
                <Button
                  look="quiet"
                  small
                  icon="close"
                  aria-label={t("paths.drop", { name: nameOf(end, language) })}
                  onClick={() => change((it) => dropEnd(it, at))}
                />
              </>
            )}
          </div>
        );
      })}
      <div className={styles.turns}>
        <Button look="quiet" small icon="swap" onClick={() => change(reverse)}>
          {t("paths.reverse")}
        </Button>
        {ends.length < mostEnds && (
          <Button look="quiet" small icon="plus" onClick={() => change(addEnd)}>
            {t("paths.another")}
          </Button>
        )}
      </div>
      {ends.length > 2 && (
        <Segmented
          label={t("paths.legs")}
          value={search.legs}
          onChange={(legs) => change((it) => ask(it, { legs }))}
          options={(["way", "pairs"] as const).map((value) => ({ value, text: t(`paths.legs.${value}`) }))}
        />
      )}
    </div>
  );
}

/** What can be done with all that was found. */
function Shown({ answers }: { answers: readonly PathsAnswer[] }) {
  const { t } = useTranslation();
  const actions = useActions();
  const marked = useExploration((it) => it.highlight?.style === "path");
  const count = answers.reduce((sum, it) => sum + it.paths.length, 0);
  if (count === 0) return null;
  return (
    <div className={styles.shown}>
      {count > 1 && (
        <Button small icon="path" onClick={() => void actions.showAllPaths()}>
          {t("paths.showAll", { count })}
        </Button>
      )}
      {marked && (
        <Button small icon="filter" onClick={actions.keepPaths}>
          {t("paths.keepOnly")}
        </Button>
      )}
    </div>
  );
}

interface FoundProps {
  from: EntityRef;
  to: EntityRef;
  pair: number;
  answer: PathsAnswer;
  change: Part["change"];
}

function Found({ from, to, pair, answer, change }: FoundProps) {
  const { t } = useTranslation();
  const actions = useActions();
  const language = usePreferences((it) => it.language);
  const several = useStore(pathSearch, (it) => it.ends.length > 2);
  return (
    <section className={styles.found}>
      <SectionHead side={answer.paths.length > 0 ? t("paths.order") : undefined}>
        {several && (
          <span className={styles.pair}>
            {nameOf(from, language)} – {nameOf(to, language)}
          </span>
        )}
        {t(answer.truncated ? "paths.countMore" : "paths.count", { count: answer.paths.length })}
      </SectionHead>
      <ol className={styles.list}>
        {answer.paths.map((path, at) => (
          <PathRow key={path.edges.join(" ")} answer={answer} pair={pair} at={at} />
        ))}
      </ol>
      {answer.truncated && (
        <Button look="link" className={styles.more} onClick={() => void actions.morePaths()}>
          {t("paths.more")}
        </Button>
      )}
      {answer.hubs.length > 0 && (
        <div className={styles.leftOut}>
          <h4>{t("paths.leftOut")}</h4>
          {answer.hubs.slice(0, 4).map((hub) => (
            <p key={hub.id}>
              <KindGlyph kind={hub.kind} /> {t("paths.hub", { name: nameOf(hub, language), count: hub.degree })}
            </p>
          ))}
          <Button look="link" onClick={() => change((it) => ask(it, { avoidHubs: false }))}>
            {t("paths.showAnyway")}
          </Button>
        </div>
      )}
      {answer.absence !== null && <Absence absence={answer.absence} change={change} />}
    </section>
  );
}

/** No way: which filter stands before the nearest, each with the way to open it; unknown is not the same as unrelated. */
function Absence({ absence, change }: { absence: NonNullable<PathsAnswer["absence"]>; change: Part["change"] }) {
  const { t } = useTranslation();
  return (
    <UnknownBox title={t(absence.any === null ? "paths.unknown" : "paths.filtered")}>
      {absence.any === null && <p>{t("paths.unknownWhy")}</p>}
      {absence.any !== null && absence.filters.length === 0 && <p>{t("paths.together", { count: absence.any })}</p>}
      <ul className={styles.openers}>
        {absence.filters.map(({ filter, length }) => (
          <li key={filter}>
            <Icon name="filter" size={13} />
            <span>{t(`paths.filter.${filter}`, { count: length })}</span>
            <Button small onClick={() => change((it) => openFilter(it, filter))}>
              {t("paths.open")}
            </Button>
          </li>
        ))}
      </ul>
    </UnknownBox>
  );
}
