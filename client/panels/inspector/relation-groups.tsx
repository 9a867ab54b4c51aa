import { useState } from "react";
import { relationLabel } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { useActions, useAtlas, useExploration, usePreferences } from "#client/state/context.tsx";
import { Button } from "#client/ui/button.tsx";
import { Icon } from "#client/ui/icon.tsx";
import type { EntityAnswer, StatementAnswer } from "#graph/model/api-answers.ts";
import { isRelationType, relations } from "#graph/vocabulary/relations.ts";
import styles from "./relation-groups.module.css";
import { StatementRow } from "./statement-row.tsx";

interface Group {
  relation: string;
  direction: "out" | "in";
  count: number;
  statements: StatementAnswer[];
}

/** Statements of an entity by relation and direction; attributes are shown elsewhere. */
export function groupStatements(data: EntityAnswer): Group[] {
  const groups = data.degrees.map((degree) => ({ ...degree, statements: [] as StatementAnswer[] }));
  for (const statement of data.statements) {
    if (statement.objectRef === null) continue;
    const direction = statement.subject === data.entity.id ? "out" : "in";
    const symmetric = isRelationType(statement.predicate) && relations[statement.predicate].symmetric === true;
    const own = groups.find((one) => one.relation === statement.predicate && (one.direction === direction || symmetric));
    own?.statements.push(statement);
  }
  return groups.toSorted((a, b) => b.count - a.count);
}

export function RelationGroups({ data, node, few = false }: { data: EntityAnswer; node: number; few?: boolean }) {
  return groupStatements(data).map((group) => (
    <GroupView key={`${group.relation} ${group.direction}`} group={group} node={node} id={data.entity.id} few={few} />
  ));
}

function GroupView({ group, node, id, few }: { group: Group; node: number; id: string; few: boolean }) {
  const { t } = useTranslation();
  const actions = useActions();
  const language = usePreferences((it) => it.language);
  const graph = useAtlas((state) => state.graph);
  const shown = useExploration((it) => it.shown);
  const { relation, direction, count, statements } = group;
  const limit = few ? 4 : 12;
  const [all, setAll] = useState(false);
  const symmetric = isRelationType(relation) && relations[relation].symmetric === true;
  const otherOf = (statement: StatementAnswer) => (statement.subject === id ? statement.object : statement.subject) ?? "";
  const onCanvas = statements.filter((statement) => shown[graph.nodeIndex.get(otherOf(statement)) ?? -1] === 1).length;
  const missing = count - onCanvas;
  return (
    <section aria-label={relationLabel(relation, language, direction)}>
      <div className={styles.group}>
        <Icon name={symmetric ? "both" : direction === "out" ? "arrow" : "back"} size={13} />
        <h3>{relationLabel(relation, language, direction)}</h3>
        <small>
          {onCanvas}/{count}
        </small>
        {missing > 0 && isRelationType(relation) ? (
          <Button
            small
            icon="plus"
            onClick={() => void actions.expand(node, { relation, direction: symmetric ? undefined : direction, sure: true })}
          >
            {t("inspector.expand", { count: missing })}
          </Button>
        ) : (
          <span className={styles.done}>{t("inspector.allShown")}</span>
        )}
      </div>
      <ul>
        {statements.slice(0, all ? undefined : limit).map((statement) => (
          <StatementRow key={statement.id} statement={statement} from={id} />
        ))}
      </ul>
      {statements.length > limit && (
        <Button look="link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t("inspector.fewer") : t("inspector.more", { count: statements.length - limit })}
        </Button>
      )}
    </section>
  );
}
