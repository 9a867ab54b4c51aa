import { useEntity } from "#client/api/queries.ts";
import { nameOf, relationLabel } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { pageSize } from "#client/state/actions/expanding.ts";
import { useActions, useAtlas, usePreferences } from "#client/state/context.tsx";
import { Button } from "#client/ui/button.tsx";
import { Icon } from "#client/ui/icon.tsx";
import { isRelationType } from "#graph/vocabulary/relations.ts";
import { useHeard } from "../inspector/heard-note.tsx";
import styles from "./canvas.module.css";
import { LeftOut } from "./left-out.tsx";

/** A hub would flood the picture: the person chooses a relation, or takes the most relevant ones. */
export function HubQuestion() {
  const question = useAtlas((state) => state.hubQuestion);
  return question && <Question node={question.node} />;
}

function Question({ node }: { node: number }) {
  const { t } = useTranslation();
  const actions = useActions();
  const language = usePreferences((it) => it.language);
  const graph = useAtlas((state) => state.graph);
  const { data } = useEntity(graph.nodes.id[node] ?? null, useHeard());
  const name = nameOf({ name: graph.nodes.name[node] ?? "", nameEn: graph.nodes.nameEn[node] }, language);
  return (
    <div
      className={styles.notice}
      role="dialog"
      aria-label={t("hub.title", { name, count: graph.nodes.degree[node] ?? 0 })}
      onKeyDown={(event) => event.key === "Escape" && actions.dismissHub()}
    >
      <h2>{t("hub.title", { name, count: graph.nodes.degree[node] ?? 0 })}</h2>
      <p>{t("hub.why")}</p>
      {data !== undefined && <LeftOut data={data} />}
      <ul className={styles.relations}>
        {data?.degrees.map(({ relation, direction, count }) => (
          <li key={`${relation} ${direction}`}>
            <button
              type="button"
              className={styles.item}
              onClick={() => isRelationType(relation) && void actions.expand(node, { relation, direction, sure: true })}
            >
              <Icon name={direction === "out" ? "arrow" : "back"} size={13} />
              {relationLabel(relation, language, direction)}
              <small>{count}</small>
            </button>
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button look="primary" autoFocus onClick={() => void actions.expand(node, { sure: true })}>
          {t("hub.most", { count: pageSize })}
        </Button>
        <Button onClick={actions.dismissHub}>{t("canvas.cancel")}</Button>
      </div>
    </div>
  );
}
