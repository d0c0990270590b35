"use client";

import { type ColumnDef, tableFeatures, useTable } from "@tanstack/react-table";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { classNames } from "@/lib/class-names";
import { useIsHydrating } from "@/lib/use-is-hydrating";

/** `className` goes on the header and the cells of the column: its width, and `hidden tablet:table-cell` for small screens. */
export type TableColumnMeta = { className?: string };

const features = tableFeatures({ columnMeta: {} as TableColumnMeta });
export type TableColumn<Row extends object> = ColumnDef<typeof features, Row>;

type DataTableProps<Row extends object> = {
  /** Says what the rows are, for screen readers. */
  label: string;
  /** Keep both in a stable place (module, useMemo, query data): the table is rebuilt when they change. */
  columns: TableColumn<Row>[];
  rows: Row[];
  rowId(row: Row): string;
  rowHeight?: number;
  /** Called when the end comes near. */
  onReachEnd?(): void;
  /** Below the last row: "reading more". */
  footer?: ReactNode;
};

/** Rows near the window's edge are there before they are seen. */
const OVERSCAN = 12;
/** The server does not know the window; it draws this much, so that the first picture has rows. */
const FIRST_SCREEN = { width: 1200, height: 900 };

/** A table that scrolls with the page and only has the visible rows in it, so thousands of rows stay quick. */
export function DataTable<Row extends object>({
  label,
  columns,
  rows,
  rowId,
  rowHeight = 56,
  onReachEnd,
  footer,
}: DataTableProps<Row>) {
  const body = useRef<HTMLTableElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(body.current?.offsetTop ?? 0), []);
  const table = useTable({ features, columns, data: rows, getRowId: rowId });
  const all = table.getRowModel().rows;
  const virtualizer = useWindowVirtualizer({
    count: all.length,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    scrollMargin: top,
    initialRect: FIRST_SCREEN,
  });
  const isHydrating = useIsHydrating();
  const visible = isHydrating ? firstRows(all.length, rowHeight) : virtualizer.getVirtualItems();
  const first = visible[0];
  const last = visible.at(-1);
  const isNearEnd = last !== undefined && last.index >= all.length - OVERSCAN;
  useEffect(() => {
    if (isNearEnd) onReachEnd?.();
  }, [isNearEnd, onReachEnd]);

  return (
    <div className="overflow-hidden rounded-card border border-line bg-surface">
      <table
        ref={body}
        aria-label={label}
        aria-rowcount={all.length + 1}
        className="w-full table-fixed border-collapse"
      >
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} className="border-b border-line">
              {group.headers.map((header) => (
                <th
                  key={header.id}
                  scope="col"
                  className={classNames(
                    "h-10 px-4 text-left text-12 font-semibold text-ink-3",
                    header.column.columnDef.meta?.className,
                  )}
                >
                  <table.FlexRender header={header} />
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          <Space height={(first?.start ?? top) - top} />
          {visible.map(({ index }) => {
            const row = all[index];
            return (
              row && (
                <tr
                  key={row.id}
                  aria-rowindex={index + 2}
                  style={{ height: rowHeight }}
                  className="border-b border-line last:border-b-0 hover:bg-hover"
                >
                  {row.getAllCells().map((cell) => (
                    <td key={cell.id} className={classNames("px-4", cell.column.columnDef.meta?.className)}>
                      <table.FlexRender cell={cell} />
                    </td>
                  ))}
                </tr>
              )
            );
          })}
          <Space height={virtualizer.getTotalSize() - ((last?.end ?? top) - top)} />
        </tbody>
      </table>
      {footer}
    </div>
  );
}

/** Also while the browser takes the server's picture over: by then it may have scrolled, after a reload at once. */
function firstRows(count: number, rowHeight: number) {
  const length = Math.min(count, Math.ceil(FIRST_SCREEN.height / rowHeight) + OVERSCAN);
  return Array.from({ length }, (_, index) => ({ index, start: index * rowHeight, end: (index + 1) * rowHeight }));
}

/** Stands for the rows that are not there, so that the scroll bar is honest. One cell: more would bring hidden columns back. */
function Space({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden style={{ height }}>
      <td />
    </tr>
  );
}
