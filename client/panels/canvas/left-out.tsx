import { useTranslation } from "#client/i18n/use-translation.ts";
import { useExploration } from "#client/state/context.tsx";
import { isClocked } from "#client/state/evidence-mask.ts";
import { isTrustLimited } from "#client/state/sets-heard.ts";
import type { EntityAnswer } from "#graph/model/api-answers.ts";
import own from "./moving.module.css";

/** How many relations of an entity the clocks and the choice of sources leave out: what is counted beside it is not all there is. */
export function LeftOut({ data: { entity, degrees } }: { data: EntityAnswer }) {
  const { t } = useTranslation();
  const clocked = useExploration((it) => isClocked(it.clocks));
  const limited = useExploration((it) => isTrustLimited(it.trust));
  const count = entity.degree - degrees.reduce((sum, one) => sum + one.count, 0);
  if ((!clocked && !limited) || count <= 0) return null;
  return (
    <p className={own.empty}>
      {t(clocked && limited ? "node.leftOut" : clocked ? "node.leftOutByTime" : "node.leftOutByTrust", { count })}
    </p>
  );
}
