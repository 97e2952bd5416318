/** Two lives crossed by a network that turns back. */
export function Mark({ size = 28 }: { readonly size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 32 32"
      fill="none"
      strokeLinecap="round"
      strokeWidth="3.6"
    >
      <path className="stroke-person" d="M11 3.5V29M21.5 3.5V29" />
      <path className="stroke-network" d="M3 11H25.2A4.9 4.9 0 0 1 25.2 20.8H3" />
      <path className="stroke-person" d="M11 7.2V14.8M21.5 17V24.6" strokeLinecap="butt" />
    </svg>
  );
}
