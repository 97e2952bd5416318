// Entry of a browser's module worker: new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }).
import type { Greeting, Port } from "./port.ts";
import { serve } from "./serve.ts";

const scope = globalThis as unknown as Pick<Port, "addEventListener">;
scope.addEventListener("message", ({ data }) => serve((data as Greeting).port));
