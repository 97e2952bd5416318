import type { ReactNode } from "react";
import { type ProposedCall, proposeCallsPlan } from "../model/propose-plan.ts";
import { refuseWords, type TypedWords } from "../model/read-fields.ts";
import type { ProposeFormProps } from "./propose-form.ts";
import { ProposePanel } from "./propose-panel.tsx";
import { WordsFields } from "./words-fields.tsx";

interface ProposeCallsProps extends ProposeFormProps {
  /** The form's own name, as for `useTransact`. */
  readonly form: string;
  readonly words: TypedWords;
  readonly onWordsChange: (words: TypedWords) => void;
  /** What happens if the vote passes; undefined while the fields above say nothing that could be put to it. */
  readonly calls: readonly ProposedCall[] | undefined;
  /** What that means, in a sentence. */
  readonly why: string;
  /** Said while nothing is marked and still there is nothing to put to the vote. */
  readonly missing?: string | undefined;
}

/** The words for voters, and the end of every form that puts calls other than terms to the vote. */
export function ProposeCalls(props: ProposeCallsProps): ReactNode {
  const { snapshot, network, governance, form, words, calls, why, missing } = props;
  const fine = calls !== undefined && Object.keys(refuseWords(words)).length === 0;
  return (
    <>
      <WordsFields words={words} onChange={props.onWordsChange} />
      <ProposePanel
        {...{ snapshot, network, governance }}
        form={`${form}:${network.address}`}
        planFor={fine ? () => proposeCallsPlan(network, governance, words, calls, why) : undefined}
        obstacle={missing ?? "Correct what is marked first."}
      />
    </>
  );
}
