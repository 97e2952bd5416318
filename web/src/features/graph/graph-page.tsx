import { useOwnership } from "../../data/ownership.ts";

/** The ownership graph: who owns whom, directly and in the end, and where a gain comes to rest. */
export function GraphPage() {
  const ownership = useOwnership();
  return (
    <main className="page py-6">
      <h1 className="text-heading">Graph</h1>
      <ul>
        {ownership.data?.holdings.map((holding) => (
          <li key={`${holding.token} ${holding.holder}`}>
            {holding.holder} owns a part of {holding.token}
          </li>
        ))}
      </ul>
    </main>
  );
}
