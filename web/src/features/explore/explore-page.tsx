/** Networks and people: what came of them, and who is in. */
export function ExplorePage() {
  return (
    <div className="page py-10">
      <h1 className="text-title">Who owns whom, and what came of it</h1>
    </div>
  );
}
