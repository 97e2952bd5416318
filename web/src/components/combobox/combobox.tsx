import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useId, useState } from "react";
import { classNames } from "../../lib/class-names.ts";

/** What a field needs that offers answers to what is typed. The text and the answers live with the caller. */
export interface ComboboxProps<Item> {
  /** What the field is for. */
  readonly label: string;
  /** Whether the label stands above the field; else it is for screen readers alone. */
  readonly labelShown?: boolean;
  /** What the list has: “People and networks”. */
  readonly listLabel: string;
  readonly placeholder: string;
  readonly text: string;
  readonly onTextChange: (text: string) => void;
  /** Answers to exactly this text, best first: Enter takes the first. */
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** What an answer shows. */
  readonly children: (item: Item) => ReactNode;
  readonly onChoose: (item: Item) => void;
  /** What to say while there is no answer; undefined to show no list then. */
  readonly empty: ReactNode | undefined;
  /** Called when Escape is pressed in the empty field. */
  readonly onEscape?: () => void;
  readonly onBlur?: () => void;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** Stands under the field: what it is for. */
  readonly hint?: ReactNode;
  /** Stands there instead: why the text can't be used. */
  readonly error?: ReactNode;
  /** Stands before and behind the text. */
  readonly before?: ReactNode;
  readonly behind?: ReactNode;
  /** As a field of a form unless said. */
  readonly frameClass?: string;
  readonly inputClass?: string;
  readonly listClass: string;
}

const FIELD =
  "flex rounded-control border bg-cloth px-3.5 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus";

/**
 * A text field with a list of answers below it, by the pattern of WAI-ARIA for comboboxes with a list: the keys stay in the
 * field; arrows move through the answers and around their ends, Enter chooses, Escape empties the field, then leaves it.
 *
 * Base UI has such a field too. It would take 17.5 kB of the 230 that the first page may load, for the one in the header.
 */
export function Combobox<Item>(props: ComboboxProps<Item>): ReactNode {
  const { label, labelShown = false, listLabel, placeholder, text, items, keyOf, children, onChoose, empty } = props;
  const { hint, error } = props;
  const help = useId();
  const field = useId();
  const list = useId();
  const [focused, setFocused] = useState(false);
  const [pointed, setPointed] = useState(0);
  const open = focused && text.trim() !== "" && (items.length > 0 || empty !== undefined);
  const active = Math.min(pointed, items.length - 1);
  const optionId = (index: number): string => `${list}-${index}`;
  const activeId = open && active >= 0 ? optionId(active) : undefined;
  useEffect(() => {
    // Not there while nothing is active, nor where nothing is laid out.
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView?.({ block: "nearest" });
  }, [activeId]);
  const onKeyDown = (event: KeyboardEvent): void => {
    // The keys still compose a letter, as in Japanese.
    if (event.nativeEvent.isComposing) return;
    const count = items.length;
    const item = items[active];
    if (event.key === "ArrowDown" && open && count > 0) setPointed((active + 1) % count);
    else if (event.key === "ArrowUp" && open && count > 0) setPointed((active + count - 1) % count);
    else if (event.key === "Enter" && open) item !== undefined && onChoose(item);
    else if (event.key === "Escape" && text !== "") props.onTextChange("");
    else if (event.key === "Escape" && props.onEscape) props.onEscape();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div>
      <label htmlFor={field} className={labelShown ? "mb-1.5 block text-table font-semibold" : "sr-only"}>
        {label}
      </label>
      <div className="relative">
        <div className={props.frameClass ?? classNames(FIELD, error ? "border-bad" : "border-line-strong")}>
          {props.before}
          <input
            id={field}
            ref={props.inputRef}
            role="combobox"
            aria-expanded={open}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={activeId}
            aria-invalid={error ? true : undefined}
            aria-describedby={error || hint ? help : undefined}
            placeholder={placeholder}
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={(event) => {
              props.onTextChange(event.target.value);
              setPointed(0);
            }}
            onFocus={() => setFocused(true)}
            onBlur={() => {
              setFocused(false);
              props.onBlur?.();
            }}
            onKeyDown={onKeyDown}
            className={classNames(
              "min-h-11 w-full min-w-0 bg-transparent text-table outline-none placeholder:text-ink-3",
              props.inputClass,
            )}
          />
          {props.behind}
        </div>
        <div hidden={!open} className={classNames("floating absolute top-[calc(100%+6px)] p-1.5", props.listClass)}>
          <div id={list} role="listbox" aria-label={listLabel} className="max-h-[60vh] overflow-y-auto empty:hidden">
            {open &&
              items.map((item, index) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys, as in every combobox
                // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the option
                <div
                  key={keyOf(item)}
                  id={optionId(index)}
                  role="option"
                  aria-selected={index === active}
                  // A press would take the focus from the field before the click arrives.
                  onPointerDown={(event) => event.preventDefault()}
                  onPointerMove={() => setPointed(index)}
                  onClick={() => onChoose(item)}
                  className="flex min-h-12 cursor-pointer items-center gap-2.5 rounded-control px-2.5 py-1 aria-selected:bg-inset"
                >
                  {children(item)}
                </div>
              ))}
          </div>
          <p role="status" className={items.length > 0 ? "sr-only" : "px-2.5 py-2 text-note text-ink-3"}>
            {open && (items.length > 0 ? countWords(items.length) : empty)}
          </p>
        </div>
      </div>
      {(error || hint) && (
        <p id={help} className={classNames("mt-1.5 text-note", error ? "text-bad" : "text-ink-3")}>
          {error || hint}
        </p>
      )}
    </div>
  );
}

function countWords(count: number): string {
  return count === 1 ? "1 answer" : `${count} answers`;
}
