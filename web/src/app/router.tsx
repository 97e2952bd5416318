import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { activitySearchSchema } from "../features/activity/search.ts";
import { exploreSearchSchema } from "../features/explore/search.ts";
import { graphSearchSchema } from "../features/graph/search.ts";
import { networkSearchSchema } from "../features/network/search.ts";
import { personSearchSchema } from "../features/person/search.ts";
import { portfolioSearchSchema } from "../features/portfolio/search.ts";
import { statementSearchSchema } from "../features/portfolio/statement/search.ts";
import { PageSkeleton } from "../features/token/page-skeleton.tsx";
import { askGraph, askOwnership, askPortfolio } from "./early-questions.ts";
import { NotFound } from "./not-found.tsx";
import { PageError } from "./page-error.tsx";
import { PagePending } from "./page-pending.tsx";
import { Shell } from "./shell.tsx";

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const exploreRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  loader: askOwnership,
  validateSearch: exploreSearchSchema,
  component: lazyRouteComponent(() => import("../features/explore/explore-page.tsx"), "ExplorePage"),
});

const personRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/person/$address",
  validateSearch: personSearchSchema,
  loader: askOwnership,
  pendingComponent: () => <PageSkeleton label="Reading the person’s page" />,
  component: lazyRouteComponent(() => import("../features/person/person-page.tsx"), "PersonPage"),
});

const networkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/network/$address",
  loader: askOwnership,
  validateSearch: networkSearchSchema,
  pendingComponent: () => <PageSkeleton label="Reading the network’s page" />,
  component: lazyRouteComponent(() => import("../features/network/network-page.tsx"), "NetworkPage"),
});

const applyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/network/$address/apply",
  component: lazyRouteComponent(() => import("../features/govern/apply-page.tsx"), "ApplyPage"),
});

const graphRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/graph",
  validateSearch: graphSearchSchema,
  loaderDeps: ({ search: { block } }) => ({ block }),
  loader: askGraph,
  component: lazyRouteComponent(() => import("../features/graph/graph-page.tsx"), "GraphPage"),
});

const portfolioRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/portfolio",
  validateSearch: portfolioSearchSchema,
  loaderDeps: ({ search: { account } }) => ({ account }),
  loader: askPortfolio,
  component: lazyRouteComponent(() => import("../features/portfolio/portfolio-page.tsx"), "PortfolioPage"),
});

const statementRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/portfolio/statement",
  validateSearch: statementSearchSchema,
  component: lazyRouteComponent(() => import("../features/portfolio/statement/statement-page.tsx"), "StatementPage"),
});

const activityRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/activity",
  validateSearch: activitySearchSchema,
  component: lazyRouteComponent(() => import("../features/activity/activity-page.tsx"), "ActivityPage"),
});

const launchRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/launch",
  component: lazyRouteComponent(() => import("../features/launch/launch-page.tsx"), "LaunchPage"),
});

const formRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/form",
  component: lazyRouteComponent(() => import("../features/form/form-page.tsx"), "FormPage"),
});

const routeTree = rootRoute.addChildren([
  exploreRoute,
  personRoute,
  networkRoute,
  applyRoute,
  graphRoute,
  portfolioRoute,
  statementRoute,
  activityRoute,
  launchRoute,
  formRoute,
]);

/** The dApp's routes. Pages load when they are opened, or when a link to them is pointed at. */
export const router = createRouter({
  routeTree,
  defaultPreload: "intent",
  // Loaders only ask early; what grows old is asked again by the page.
  defaultStaleTime: Number.POSITIVE_INFINITY,
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
