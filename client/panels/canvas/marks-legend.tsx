import { useStore } from "zustand";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { notedCount } from "#client/panels/notes/follow-notes.ts";
import { Icon } from "#client/ui/icon.tsx";
import { LineSample } from "#client/ui/line-sample.tsx";

/** What lines and nodes wear besides: the break of a statement that holds no longer, the sheet of a note. */
export function MarksLegend() {
  const { t } = useTranslation();
  const noted = useStore(notedCount, (it) => it.count > 0);
  return (
    <>
      <span>
        <LineSample line="ended" arrow={false} />
        {t("line.ended")}
      </span>
      {noted && (
        <span>
          <Icon name="note" size={13} />
          {t("line.noted")}
        </span>
      )}
    </>
  );
}
