import { Menu } from "@base-ui/react/menu";
import { useStyleMeasures } from "#client/api/style-queries.ts";
import { formatCount } from "#client/format/figure.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { useActions, useExplorationLater, usePreferences } from "#client/state/context.tsx";
import { choiceOf, chosen } from "#client/styling/choice.ts";
import type { StyleRule } from "#client/styling/rule.ts";
import { rules } from "#client/styling/rules.ts";
import { Button } from "#client/ui/button.tsx";
import { Icon } from "#client/ui/icon.tsx";
import { useHeard } from "../inspector/heard-note.tsx";
import { useFigureName } from "./figure-name.ts";
import styles from "./style.module.css";

/** Chooses by what nodes are sized or coloured: the rules of a channel, and behind them the figures that the store holds. */
export function StyleMenu({ channel }: { channel: "size" | "colour" }) {
  const { t } = useTranslation();
  const actions = useActions();
  const language = usePreferences((it) => it.language);
  // The picture wears it at once; the word in the bar follows.
  const choice = useExplorationLater((it) => it.style[channel]);
  const nameOf = useFigureName();
  const { rule, figures } = chosen(channel, choice);
  const by = figures === null ? rule.label[language] : nameOf(figures);
  const own = rules.filter((one) => one.channel === channel);
  const ofFigures = own.find((one) => "figures" in one);
  return (
    <Menu.Root>
      <Menu.Trigger
        render={<Button look="quiet" small className={styles.trigger} aria-label={t(`style.${channel}By`, { by })} title={by} />}
      >
        <span className={styles.word}>{t(`style.${channel}`)}</span>
        <span className={styles.by}>{by}</span>
        <Icon name="down" size={12} />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={6} align="end">
          <Menu.Popup className={styles.popup}>
            <Menu.RadioGroup value={choice} onValueChange={(next: string) => void actions.styleBy(channel, next)}>
              {own.map((one) => !("figures" in one) && <Choice key={one.id} value={one.id} label={one.label[language]} />)}
              {ofFigures !== undefined && <Figures rule={ofFigures} />}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function Choice({ value, label, aside }: { value: string; label: string; aside?: string }) {
  return (
    <Menu.RadioItem value={value} className={styles.item} closeOnClick>
      <span>{label}</span>
      {aside !== undefined && <small>{aside}</small>}
      <Menu.RadioItemIndicator className={styles.chosen}>
        <Icon name="check" size={14} />
      </Menu.RadioItemIndicator>
    </Menu.RadioItem>
  );
}

/** Those of most entities first; a measure with two units or two modalities is two entries. */
function Figures({ rule }: { rule: StyleRule }) {
  const { t } = useTranslation();
  const nameOf = useFigureName();
  const { data, isError } = useStyleMeasures(useHeard());
  const none = isError
    ? "style.figuresFailed"
    : data === undefined
      ? "style.figuresWait"
      : data.measures.length === 0
        ? "style.noFigures"
        : null;
  return (
    <>
      <div className={styles.rule} />
      <p className={styles.heading}>{t("style.figures")}</p>
      {none !== null && <p className={styles.none}>{t(none)}</p>}
      <div className={styles.figures}>
        {data?.measures.map((one) => (
          <Choice
            key={choiceOf(rule, one)}
            value={choiceOf(rule, one)}
            label={nameOf(one)}
            aside={t("style.entities", { count: one.entities, number: formatCount(one.entities) })}
          />
        ))}
      </div>
    </>
  );
}
