// The dApp's build, so that `vite` works from the root as well as from `web/`.
export { default } from "./web/vite.config.ts";
