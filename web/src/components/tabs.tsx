import { Tabs as BaseTabs } from "@base-ui/react/tabs";
import { type ReactNode, useDeferredValue } from "react";

/** One tab and what it shows. */
export interface TabItem<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  readonly content: ReactNode;
}

/** What a set of tabs needs; the choice lives with the caller, usually in the link. */
export interface TabsProps<Value extends string> {
  /** Says what the tabs choose. */
  readonly label: string;
  readonly value: Value;
  readonly onValueChange: (value: Value) => void;
  readonly items: readonly TabItem<Value>[];
  /** Stands at the end of the tabs' line. */
  readonly actions?: ReactNode;
}

/** Tabs that follow the arrow keys. What they show follows in the background: the tab itself answers at once. */
export function Tabs<Value extends string>({ label, value, onValueChange, items, actions }: TabsProps<Value>) {
  const shown = useDeferredValue(value);
  return (
    <BaseTabs.Root value={value} onValueChange={(next) => onValueChange(next as Value)}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <BaseTabs.List
          activateOnFocus
          aria-label={label}
          className="inline-flex rounded-control bg-inset p-1 max-sm:flex max-sm:w-full"
        >
          {items.map((item) => (
            <BaseTabs.Tab
              key={item.value}
              value={item.value}
              className="min-h-10 cursor-pointer rounded-[6px] border border-transparent px-4 text-table font-medium text-ink-2 data-active:bg-cloth data-active:font-semibold data-active:text-ink max-sm:flex-1"
            >
              {item.label}
            </BaseTabs.Tab>
          ))}
        </BaseTabs.List>
        {actions}
      </div>
      <BaseTabs.Panel value={value} aria-busy={shown !== value} className="mt-4">
        {items.find((item) => item.value === shown)?.content}
      </BaseTabs.Panel>
    </BaseTabs.Root>
  );
}
