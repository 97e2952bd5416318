import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

/** A link to the page of a person or a network. */
export function PageLink(props: {
  readonly kind: "person" | "network";
  readonly address: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const { kind, address, className, children } = props;
  return (
    <Link to={kind === "person" ? "/person/$address" : "/network/$address"} params={{ address }} className={className}>
      {children}
    </Link>
  );
}
