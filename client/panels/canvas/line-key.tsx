import { Popover } from "@base-ui/react/popover";
import { memo } from "react";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { UnknownSample } from "#client/panels/style/unknown-switch.tsx";
import { Button } from "#client/ui/button.tsx";
import { LineSample } from "#client/ui/line-sample.tsx";
import own from "./legend.module.css";
import { MarksLegend } from "./marks-legend.tsx";
import { useClipped } from "./use-clipped.ts";

/** What the lines and marks mean, in one row; what finds no room in it is counted, and a click away. */
export const LineKey = memo(function LineKey({ hasReference }: { hasReference: boolean }) {
  const { t } = useTranslation();
  const { box, clipped, total } = useClipped<HTMLParagraphElement>();
  return (
    <div className={own.key}>
      <p ref={box} className={own.lines} data-legend-lines>
        <Samples hasReference={hasReference} />
      </p>
      {clipped > 0 && (
        <Popover.Root>
          <Popover.Trigger
            render={<Button look="link" aria-label={t("legend.rest", { count: clipped })} title={t("legend.rest", { count: clipped })} />}
          >
            {clipped === total ? t("legend.title") : `+${clipped}`}
          </Popover.Trigger>
          <Popover.Portal>
            <Popover.Positioner side="top" sideOffset={10} align="start" collisionPadding={12} className={own.above}>
              <Popover.Popup className={own.all}>
                <Popover.Title>{t("legend.title")}</Popover.Title>
                <Samples hasReference={hasReference} />
              </Popover.Popup>
            </Popover.Positioner>
          </Popover.Portal>
        </Popover.Root>
      )}
    </div>
  );
});

/** What is counted first, then the surest; lines of general knowledge are explained where there are any. */
function Samples({ hasReference }: { hasReference: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <UnknownSample />
      <span>
        <LineSample line="stated" />
        {t("line.stated")}
      </span>
      <span>
        <LineSample line="inferred" />
        {t("line.inferred")}
      </span>
      <span>
        <LineSample line="weak" />
        {t("line.weak")}
      </span>
      {hasReference && (
        <span>
          <LineSample line="reference" />
          {t("line.reference")}
        </span>
      )}
      <MarksLegend />
    </>
  );
}
