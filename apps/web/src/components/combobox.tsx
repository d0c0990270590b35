"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode, Ref } from "react";
import { type ControlIds, controlClass } from "./field";
import { optionClass } from "./select";

type ComboboxProps<Item extends { id: string }> = {
  value: Item | null;
  onChange(item: Item | null): void;
  /** What is offered for the text typed so far; the caller asks the server. */
  items: readonly Item[];
  onSearch(text: string): void;
  isSearching?: boolean;
  /** What stands in the box when chosen. */
  textOf(item: Item): string;
  /** A row of the list; the text alone when absent. */
  renderItem?(item: Item): ReactNode;
  placeholder: string;
  ids?: ControlIds;
  "aria-label"?: string;
  ref?: Ref<HTMLInputElement>;
};

/** One of many, found by typing. Filtering is the server's: the company may have thousands of people. */
export function Combobox<Item extends { id: string }>({
  value,
  onChange,
  items,
  onSearch,
  isSearching = false,
  textOf,
  renderItem = textOf,
  placeholder,
  ids,
  ref,
  ...aria
}: ComboboxProps<Item>) {
  const t = useTranslations("components");
  return (
    <Base.Root
      items={items}
      filter={null}
      value={value}
      onValueChange={onChange}
      onInputValueChange={onSearch}
      itemToStringLabel={textOf}
      itemToStringValue={(item) => item.id}
      isItemEqualToValue={(one, other) => one.id === other.id}
      autoHighlight
    >
      <Base.InputGroup className="relative">
        <Base.Input {...ids} {...aria} ref={ref} placeholder={placeholder} className={`${controlClass} pr-9`} />
        <Base.Clear
          aria-label={t("clear")}
          className="absolute inset-y-0 right-1 my-auto grid size-8 place-items-center rounded-small text-ink-3 hover:bg-hover"
        >
          <X aria-hidden className="size-4" />
        </Base.Clear>
      </Base.InputGroup>
      <Base.Portal>
        <Base.Positioner sideOffset={4} className="z-50 outline-none">
          <Base.Popup className="max-h-[min(320px,var(--available-height))] w-[var(--anchor-width)] overflow-y-auto rounded-control border border-line bg-raised p-1 shadow-float outline-none">
            <Base.Empty>
              <p className="px-2.5 py-3 text-13 text-ink-3 empty:hidden">
                {isSearching ? t("searching") : t("nothingFound")}
              </p>
            </Base.Empty>
            <Base.List>
              {(item: Item) => (
                <Base.Item key={item.id} value={item} className={optionClass}>
                  <span className="min-w-0 flex-1 truncate">{renderItem(item)}</span>
                  <Base.ItemIndicator className="text-accent">
                    <Check aria-hidden className="size-4" />
                  </Base.ItemIndicator>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
