import type { ComponentProps } from "react";
import { classNames } from "../lib/class-names.ts";
import { followPress } from "../lib/follow-press.ts";

/** How much a button asks for attention; one primary button a view. */
export type ButtonVariant = "primary" | "secondary" | "quiet";

const BASE =
  "inline-flex min-h-11 cursor-pointer items-center justify-center gap-2 rounded-control px-4 text-table font-semibold transition-colors duration-120 disabled:cursor-not-allowed aria-disabled:cursor-not-allowed";

// Transparent edges are seen where the system chooses the colours.
const VARIANTS: Readonly<Record<ButtonVariant, string>> = {
  primary:
    "border border-transparent bg-action text-on-action hover:bg-ink-2 disabled:bg-inset disabled:text-ink-3 aria-disabled:bg-inset aria-disabled:text-ink-3",
  secondary: "border border-line-strong bg-cloth text-ink hover:bg-inset disabled:text-ink-3 aria-disabled:text-ink-3",
  quiet: "border border-transparent text-ink hover:bg-inset disabled:text-ink-3 aria-disabled:text-ink-3",
};

/** The classes of a button, for links that look like one. */
export function buttonClass(variant: ButtonVariant = "secondary", extra?: string): string {
  return classNames(BASE, VARIANTS[variant], extra);
}

/** Says the act and the amount: “Claim 0.412 ETH”. A press counts even if the page moves the button meanwhile. */
export function Button({
  variant = "secondary",
  className,
  type = "button",
  onPointerDown,
  ...rest
}: ComponentProps<"button"> & { readonly variant?: ButtonVariant }) {
  return (
    <button
      type={type}
      className={buttonClass(variant, className)}
      onPointerDown={(event) => {
        onPointerDown?.(event);
        followPress(event.currentTarget, event);
      }}
      {...rest}
    />
  );
}
