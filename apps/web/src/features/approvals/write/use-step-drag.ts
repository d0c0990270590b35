"use client";

import { type PointerEvent, useRef, useState } from "react";

/** Moves an item of a list by its handle, with mouse, pen or finger: it changes places with whatever it is dragged over. */
export function useStepDrag(onMove: (from: number, to: number) => void) {
  const dragged = useRef<number | null>(null);
  const [draggedIndex, setDraggedIndex] = useState<number | null>(null);

  function end() {
    dragged.current = null;
    setDraggedIndex(null);
  }

  function handleProps(index: number) {
    return {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        dragged.current = index;
        setDraggedIndex(index);
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const from = dragged.current;
        const over = from === null ? null : indexAt(event);
        if (from === null || over === null || over === from) return;
        onMove(from, over);
        dragged.current = over;
        setDraggedIndex(over);
      },
      onPointerUp: end,
      onPointerCancel: end,
    };
  }

  return { handleProps, draggedIndex };
}

/** The item at the pointer's height; the handle has captured the pointer, so the event itself does not know. */
function indexAt({ currentTarget, clientY }: PointerEvent<HTMLElement>): number | null {
  const items = [...(currentTarget.closest("ol")?.children ?? [])];
  const index = items.findIndex((item) => {
    const { top, height } = item.getBoundingClientRect();
    return clientY >= top && clientY <= top + height;
  });
  return index === -1 ? null : index;
}
