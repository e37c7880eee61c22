/** Version of the two levels, their tables and rules; a stored class names it. Raise it when any class can change. */
export const TAXONOMY_VERSION = "1.0.0";
