import { type ComponentType, type LazyExoticComponent, lazy, type ReactNode, Suspense, useState } from "react";
import { Button } from "../../../../components/button.tsx";
import { Card } from "../../../../components/card.tsx";
import { Dialog } from "../../../../components/dialog.tsx";
import { Skeleton } from "../../../../components/skeleton.tsx";
import type { OwnFormName, OwnFormProps } from "../model/own-form.ts";
import { type OwnRow, ownRows } from "../model/own-rows.ts";

type Form = LazyExoticComponent<ComponentType<OwnFormProps>>;

const FORMS: Readonly<
  Record<OwnFormName, { readonly title: string; readonly description: string; readonly Form: Form }>
> = {
  issue: {
    title: "Issue new shares",
    description: "You make new shares of yourself and give them to somebody, in the open.",
    Form: lazy(async () => ({ default: (await import("./issue-form.tsx")).IssueForm })),
  },
  holders: {
    title: "Who may hold your shares",
    description: "Only those you approve can receive them, networks included. Who holds already keeps earning.",
    Form: lazy(async () => ({ default: (await import("./holders-form.tsx")).HoldersForm })),
  },
  stream: {
    title: "Gains that are still on their way",
    description: "You paid them in over time. You can let your holders have the rest sooner.",
    Form: lazy(async () => ({ default: (await import("./stream-form.tsx")).StreamForm })),
  },
  deposits: {
    title: "What your treasury takes in",
    description:
      "Shares that others send to your token earn for all your holders. Nothing comes in that you did not allow.",
    Form: lazy(async () => ({ default: (await import("./deposits-form.tsx")).DepositsForm })),
  },
  votes: {
    title: "Votes of your treasury",
    description: "Your treasury’s shares in a network vote like all others. You say who casts these votes.",
    Form: lazy(async () => ({ default: (await import("./votes-form.tsx")).VotesForm })),
  },
  leave: {
    title: "Take a stake back",
    description: "What was staked for your treasury comes back, under terms that are for it.",
    Form: lazy(async () => ({ default: (await import("./leave-form.tsx")).LeaveForm })),
  },
  describe: {
    title: "Words, picture and links",
    description: "What your page says of you. Your name and symbol stay.",
    Form: lazy(async () => ({ default: (await import("./describe-form.tsx")).DescribeForm })),
  },
  "hand-over": {
    title: "Hand your token over",
    description: "To another wallet of yours, in two steps: you offer it, the other wallet takes it.",
    Form: lazy(async () => ({ default: (await import("./hand-over-form.tsx")).HandOverForm })),
  },
};

/** For the person: all that can be done with the token, a line each; the forms open above the page. */
export function YourTokenCard(props: Omit<OwnFormProps, "onOpen">): ReactNode {
  const [open, setOpen] = useState<OwnFormName>();
  // The dialog keeps its words while it fades.
  const [shown, setShown] = useState<OwnFormName>("issue");
  const show = (form: OwnFormName): void => {
    setShown(form);
    setOpen(form);
  };
  const { title, description, Form } = FORMS[shown];
  return (
    <Card title="Your token" flush>
      <ul className="divide-y divide-line border-t border-line">
        {ownRows(props).map((row) => (
          <Row key={row.form} row={row} onOpen={() => show(row.form)} />
        ))}
      </ul>
      <Dialog
        open={open !== undefined}
        onOpenChange={(next) => next || setOpen(undefined)}
        title={title}
        description={description}
      >
        <Suspense fallback={<Skeleton className="h-60" />}>
          <Form {...props} onOpen={show} />
        </Suspense>
      </Dialog>
    </Card>
  );
}

function Row({ row, onOpen }: { readonly row: OwnRow; readonly onOpen: () => void }): ReactNode {
  return (
    <li className="flex items-center justify-between gap-3 px-4 py-3 sm:px-6">
      <div className="min-w-0">
        <p className="text-table font-semibold">{row.title}</p>
        <p className="text-note text-ink-3 wrap-anywhere">{row.state}</p>
      </div>
      {row.act && (
        <Button aria-label={`${row.act}: ${row.title}`} onClick={onOpen}>
          {row.act}
        </Button>
      )}
    </li>
  );
}
