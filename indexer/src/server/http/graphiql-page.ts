let render: typeof import("@graphql-yoga/render-graphiql").renderGraphiQL | null = null;

/** A GraphiQL page that asks `endpoint`; everything it needs is part of the page. Its nine megabytes are loaded when first wanted. */
export async function graphiqlPage(endpoint: string, title: string): Promise<string> {
  render ??= (await import("@graphql-yoga/render-graphiql")).renderGraphiQL;
  return render({ endpoint, title });
}
