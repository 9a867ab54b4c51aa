import { lazy, Suspense, useState } from "react";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { BarPopover } from "#client/ui/bar-popover.tsx";
import { Skeleton } from "#client/ui/marks.tsx";
import { LinkField } from "./link-field.tsx";

const TakeAway = lazy(() => import("./take-away.tsx"));

/** In the top bar: a link to what is shown, and what is shown as a file. */
export function ShareButton({ short }: { short: boolean }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <BarPopover icon="share" name={t("share.button")} short={short} title={t("share.title")} open={open} onOpenChange={setOpen}>
      <LinkField />
      <Suspense fallback={<Skeleton lines={4} />}>
        <TakeAway />
      </Suspense>
    </BarPopover>
  );
}
