import type { ComponentProps } from "react";
import styles from "./button.module.css";
import { Icon, type IconName } from "./icon.tsx";

interface ButtonProps extends ComponentProps<"button"> {
  icon?: IconName;
  look?: "plain" | "quiet" | "primary" | "link";
  small?: boolean;
  pressed?: boolean;
}

export function Button({ icon, look = "plain", small = false, pressed, className, children, ...rest }: ButtonProps) {
  const bare = children === undefined;
  const classes = [styles.button, styles[look], small && styles.small, bare && styles.bare, pressed && styles.pressed, className];
  return (
    <button type="button" className={classes.filter(Boolean).join(" ")} aria-pressed={pressed} {...rest}>
      {icon && <Icon name={icon} size={small ? 14 : 16} />}
      {children}
    </button>
  );
}

export const Key = ({ children }: { children: string }) => <kbd className={styles.key}>{children}</kbd>;
