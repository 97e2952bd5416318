import { ImagePlus } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { Button } from "../../../components/button.tsx";
import { PICTURE_TYPES, readPicture } from "../read-picture.ts";
import { shrinkPicture } from "../shrink-picture.ts";

interface PictureFieldProps {
  /** The chosen picture as a `data:` URI; empty without one. */
  readonly image: string;
  readonly onImageChange: (image: string) => void;
  /** Bytes that the picture may have beside the words. */
  readonly room: number;
}

/** Chooses a small picture that goes on the chain with the words, or none. */
export function PictureField({ image, onImageChange, room }: PictureFieldProps): ReactNode {
  const input = useId();
  const help = useId();
  const [words, setWords] = useState<{ readonly text: string; readonly bad: boolean }>();
  const choose = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const read = await readPicture(file, room, shrinkPicture);
    if (!read.ok) {
      setWords({ text: read.reason, bad: true });
      return;
    }
    onImageChange(read.image);
    setWords(read.shrunkTo ? { text: `Made small enough: ${read.shrunkTo} pixels square.`, bad: false } : undefined);
  };
  const remove = (): void => {
    onImageChange("");
    setWords(undefined);
  };
  return (
    <div>
      <span className="mb-1.5 block text-table font-semibold">
        Picture <span className="font-normal text-ink-3">(optional)</span>
      </span>
      <div className="flex flex-wrap gap-2">
        <label
          htmlFor={input}
          className="relative inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-control border border-line-strong bg-cloth px-4 text-table font-semibold hover:bg-inset has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
        >
          <ImagePlus aria-hidden="true" size={17} strokeWidth={1.6} />
          {image === "" ? "Choose a picture" : "Choose another picture"}
          <input
            id={input}
            type="file"
            accept={PICTURE_TYPES.join(",")}
            aria-describedby={help}
            className="absolute inset-0 size-full cursor-pointer opacity-0 file:cursor-pointer"
            onChange={(event) => {
              void choose(event.target.files?.[0]);
              // The same file can be chosen again once the words are shorter.
              event.target.value = "";
            }}
          />
        </label>
        {image !== "" && (
          <Button variant="quiet" onClick={remove}>
            Remove it
          </Button>
        )}
      </div>
      <p
        id={help}
        role={words ? "status" : undefined}
        className={`mt-1.5 text-note ${words?.bad ? "text-bad" : "text-ink-3"}`}
      >
        {words?.text ??
          "It goes on the chain with your words, so it has to be small. Without one, the cloth woven from the address stands for it."}
      </p>
    </div>
  );
}
