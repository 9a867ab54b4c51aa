import { formatCount } from "#client/format/figure.ts";
import { attributeLabel, kindLabel, nameOf } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { usePreferences } from "#client/state/context.tsx";
import type { EntityAnswer } from "#graph/model/api-answers.ts";
import { kinds } from "#graph/vocabulary/kinds.ts";
import styles from "./compare.module.css";
import { CompareTable } from "./compare-table.tsx";

interface Sides {
  one: EntityAnswer;
  other: EntityAnswer;
}

/** What each is: the attributes of both kinds; what no source says of one is shown as unknown. */
export function Attributes({ one, other }: Sides) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const names = [...new Set([...Object.keys(one.entity.attributes), ...Object.keys(other.entity.attributes)])];
  const labelOf = (name: string) => {
    const of = [one, other].find(({ entity }) => entity.attributes[name] !== undefined) as EntityAnswer;
    return attributeLabel(of.entity.kind, name, of.entity.attributes[name] as string, language).name;
  };
  // An attribute may name an entity (a region).
  const refs = [one, other].flatMap(({ entity }) => entity.attributeRefs);
  const refName = (value: string) => {
    const ref = refs.find(({ id }) => id === value);
    return ref === undefined ? null : nameOf(ref, language);
  };
  const cellOf = ({ entity }: EntityAnswer, name: string) => {
    const value = entity.attributes[name];
    if (value !== undefined) return refName(String(value)) ?? attributeLabel(entity.kind, name, value, language).value;
    if (!Object.hasOwn(kinds[entity.kind].properties, name)) return <span className={styles.none}>{t("compare.notOfKind")}</span>;
    return <em className={styles.unknown}>{t("compare.unknown")}</em>;
  };
  const also = ({ entity }: EntityAnswer) =>
    [...new Set(entity.aliases.map(({ surface }) => surface))]
      .filter((it) => it !== entity.name && it !== entity.nameEn)
      .join(language === "zh" ? "、" : ", ") || <span className={styles.none}>{t("compare.none")}</span>;
  const rows = [
    { key: "kind", head: t("table.kind"), one: kindLabel(one.entity.kind, language), other: kindLabel(other.entity.kind, language) },
    { key: "also", head: t("compare.names"), one: also(one), other: also(other) },
    ...names.map((name) => ({ key: name, head: labelOf(name), one: cellOf(one, name), other: cellOf(other, name) })),
    { key: "degree", head: t("table.degree"), one: formatCount(one.entity.degree), other: formatCount(other.entity.degree) },
  ];
  return <CompareTable title={t("compare.attributes")} sides={[one.entity, other.entity]} rows={rows} />;
}
