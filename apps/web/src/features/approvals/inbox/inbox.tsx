"use client";

import type { DocumentCard } from "@erp/contracts/approvals";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { classNames } from "@/lib/class-names";
import type { DocumentAct } from "../document/use-document-acts";
import { BoxNavigation } from "./box-navigation";
import { BulkApproval } from "./bulk-approval";
import { DocumentPlace } from "./document-place";
import { isShownAt } from "./inbox-location";
import { ListPane } from "./list-pane";
import { successor } from "./neighbours";
import { SelectionBar } from "./selection-bar";
import { useBoxRows } from "./use-box-rows";
import { useHomeBox } from "./use-home-box";
import { useInboxKeys } from "./use-inbox-keys";
import { useInboxLocation } from "./use-inbox-location";
import { useSelection } from "./use-selection";

/** 결재함: boxes, list and document side by side; two of them on a tablet, one on a phone. */
export function Inbox() {
  const t = useTranslations("approvals.boxes");
  const navigation = useInboxLocation();
  const { location, go, replace } = navigation;
  const { documentId } = location;
  const box = location.box ?? "WAITING";
  const list = useBoxRows(box, location.filters);
  const selection = useSelection(box, list.rows);
  const [bulk, setBulk] = useState<readonly DocumentCard[] | null>(null);
  const documentPlace = useRef<HTMLElement>(null);
  const approveSelected = () => selection.selected.length > 0 && setBulk(selection.selected);
  const closeBulk = () => {
    setBulk(null);
    selection.clear();
  };
  const goOn = (act: DocumentAct) => {
    if (act === "comment" || documentId === null) return;
    // The answer may come when the reader has gone somewhere else.
    if (!isShownAt(window.location.pathname, "WAITING", documentId)) return;
    replace({ documentId: successor(list.rows, documentId)?.id ?? null });
  };
  useHomeBox(navigation);
  useInboxKeys({
    box,
    rows: list.rows,
    navigation,
    selection,
    onApproveSelected: approveSelected,
    onEnterDocument: () => documentPlace.current?.focus(),
  });

  return (
    <div className="flex flex-1 flex-col bg-surface tablet:grid tablet:min-h-0 tablet:basis-0 tablet:grid-cols-[clamp(260px,38%,340px)_minmax(0,1fr)] tablet:grid-rows-[auto_minmax(0,1fr)] desktop:grid-cols-[164px_clamp(246px,24vw,380px)_minmax(0,1fr)] desktop:grid-rows-[minmax(0,1fr)] print:block">
      <h1 className="sr-only">{t("title")}</h1>
      <div
        className={classNames(
          "tablet:col-span-2 desktop:col-span-1 desktop:grid print:hidden",
          documentId !== null && "max-tablet:hidden",
        )}
      >
        <BoxNavigation box={location.box} onChoose={(chosen) => go({ box: chosen, documentId: null, filters: {} })} />
      </div>
      <div
        className={classNames(
          "flex min-h-0 flex-1 flex-col tablet:border-r tablet:border-line print:hidden",
          documentId !== null && "max-tablet:hidden",
        )}
      >
        <ListPane box={box} list={list} navigation={navigation} selection={selection} />
        <SelectionBar selection={selection} onApprove={approveSelected} />
      </div>
      <DocumentPlace
        ref={documentPlace}
        documentId={documentId}
        next={documentId && successor(list.rows, documentId)}
        onDone={goOn}
        onBack={() => go({ documentId: null })}
      />
      {bulk && <BulkApproval documents={bulk} onClose={closeBulk} />}
    </div>
  );
}
