import { Menu } from "@base-ui/react/menu";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { useActions, useExplorationLater, usePreferences } from "#client/state/context.tsx";
import { rules } from "#client/styling/rules.ts";
import { Button } from "#client/ui/button.tsx";
import { Icon } from "#client/ui/icon.tsx";
import styles from "./style.module.css";

/** How lines are drawn, and what is seldom asked for. */
export function MoreMenu() {
  const { t } = useTranslation();
  const actions = useActions();
  const language = usePreferences((it) => it.language);
  const choice = useExplorationLater((it) => it.style.thickness);
  return (
    <Menu.Root>
      <Menu.Trigger
        render={
          <Button look="quiet" small icon="filter" aria-label={t("style.more")} title={t("style.more")} pressed={choice !== "even"} />
        }
      />
      <Menu.Portal>
        <Menu.Positioner sideOffset={6} align="end">
          <Menu.Popup className={`${styles.popup} ${styles.slim}`}>
            <Menu.Group>
              <Menu.GroupLabel className={styles.heading}>{t("style.thickness")}</Menu.GroupLabel>
              <Menu.RadioGroup value={choice} onValueChange={(next: string) => void actions.styleBy("thickness", next)}>
                {rules
                  .filter((rule) => rule.channel === "thickness")
                  .map((rule) => (
                    <Menu.RadioItem key={rule.id} value={rule.id} className={styles.item} closeOnClick>
                      <span>{rule.label[language]}</span>
                      <Menu.RadioItemIndicator className={styles.chosen}>
                        <Icon name="check" size={14} />
                      </Menu.RadioItemIndicator>
                    </Menu.RadioItem>
                  ))}
              </Menu.RadioGroup>
            </Menu.Group>
            <div className={styles.rule} />
            <Menu.Item className={styles.item} onClick={() => setTimeout(() => print())}>
              <Icon name="print" size={14} />
              <span>{t("canvas.print")}</span>
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
