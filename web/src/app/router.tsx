import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { exploreSearchSchema } from "../features/explore/search.ts";
import { graphSearchSchema } from "../features/graph/search.ts";
import { NotFound } from "./not-found.tsx";
import { PageError } from "./page-error.tsx";
import { PagePending } from "./page-pending.tsx";
import { Shell } from "./shell.tsx";

const pages = import.meta.glob<Record<string, () => React.ReactNode>>("../features/*/*-page.tsx");

function lazyPage(feature: string, name: string) {
  return lazyRouteComponent(
    async () => (await pages[`../features/${feature}/${feature}-page.tsx`]?.()) ?? { [name]: NotFound },
    name,
  );
}

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const exploreRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  validateSearch: exploreSearchSchema,
  component: lazyRouteComponent(() => import("../features/explore/explore-page.tsx"), "ExplorePage"),
});

const personRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/person/$address",
  component: lazyPage("person", "PersonPage"),
});

const networkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/network/$address",
  component: lazyPage("network", "NetworkPage"),
});

const graphRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/graph",
  validateSearch: graphSearchSchema,
  component: lazyRouteComponent(() => import("../features/graph/graph-page.tsx"), "GraphPage"),
});

const portfolioRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/portfolio",
  component: lazyPage("portfolio", "PortfolioPage"),
});

const routeTree = rootRoute.addChildren([exploreRoute, personRoute, networkRoute, graphRoute, portfolioRoute]);

/** The dApp's routes. Pages load when they are opened, or when a link to them is pointed at. */
export const router = createRouter({
  routeTree,
  defaultPreload: "intent",
  defaultPendingMs: 150,
  defaultPendingComponent: PagePending,
  defaultErrorComponent: PageError,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
