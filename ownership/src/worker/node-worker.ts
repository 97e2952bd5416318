// Entry of a worker thread of Node.js: new Worker(new URL("./node-worker.ts", import.meta.url)).
import { parentPort } from "node:worker_threads";
import type { Greeting } from "./port.ts";
import { serve } from "./serve.ts";

parentPort?.once("message", ({ port }: Greeting) => serve(port));
