/** What an expression may look at: the event that started the run, and, in a match, the one that has just come in. */
export type Scope = Readonly<Record<string, unknown>>;

/** A parsed expression: gives its value in a scope; a path that leads nowhere gives undefined. */
export type Expression = (scope: Scope) => unknown;

const TOKEN =
  /\s*(?:(?<text>'[^'\\]*'|"[^"\\]*")|(?<number>-?\d+(?:\.\d+)?)|(?<path>[A-Za-z_]\w*(?:\.\w+)*)|(?<sign>==|!=|<=|>=|&&|\|\||[<>!?:+()]))/y;

const CONSTANTS = new Map<string, unknown>([
  ["true", true],
  ["false", false],
  ["null", null],
]);

/**
 * Parses the small part of Inngest's expression language (CEL) that the local runtime speaks: paths, string and number
 * literals, `+`, comparisons, `!`, `&&`, `||`, `c ? a : b` and brackets. Anything else throws, with the expression in words:
 * registration is the place to learn that.
 */
export function parseExpression(source: string): Expression {
  const tokens = tokenize(source);
  let at = 0;
  const refuse = (): never => {
    throw new Error(`the expression "${source}" is beyond what the local runtime understands`);
  };
  const take = (sign: string): boolean => {
    if (tokens[at]?.sign !== sign) return false;
    at += 1;
    return true;
  };
  const primary = (): Expression => {
    const token = tokens[at];
    at += 1;
    if (token?.text !== undefined) return constant(token.text.slice(1, -1));
    if (token?.number !== undefined) return constant(Number(token.number));
    if (token?.path !== undefined) return pathOrConstant(token.path);
    if (token?.sign === "!") {
      const negated = primary();
      return (scope) => negated(scope) === false;
    }
    if (token?.sign !== "(") return refuse();
    const inner = choice();
    return take(")") ? inner : refuse();
  };
  const binary = (sign: string, operand: () => Expression, apply: Binary) => (): Expression => {
    let left = operand();
    while (take(sign)) {
      const [a, b] = [left, operand()];
      left = (scope) => apply(a(scope), b(scope));
    }
    return left;
  };
  const sum = binary("+", primary, add);
  const less = binary(
    "<",
    sum,
    compare((a, b) => a < b),
  );
  const atMost = binary(
    "<=",
    less,
    compare((a, b) => a <= b),
  );
  const more = binary(
    ">",
    atMost,
    compare((a, b) => a > b),
  );
  const atLeast = binary(
    ">=",
    more,
    compare((a, b) => a >= b),
  );
  const equal = binary("==", atLeast, (a, b) => a === b);
  const unequal = binary("!=", equal, (a, b) => a !== b);
  const both = binary("&&", unequal, (a, b) => a === true && b === true);
  const either = binary("||", both, (a, b) => a === true || b === true);
  const choice = (): Expression => {
    const condition = either();
    if (!take("?")) return condition;
    const whenTrue = choice();
    if (!take(":")) return refuse();
    const whenFalse = choice();
    return (scope) => (condition(scope) === true ? whenTrue(scope) : whenFalse(scope));
  };
  const parsed = choice();
  return at === tokens.length ? parsed : refuse();
}

type Token = Partial<Record<"text" | "number" | "path" | "sign", string>>;
type Binary = (a: unknown, b: unknown) => unknown;

function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(TOKEN);
  const end = source.trimEnd().length;
  while (pattern.lastIndex < end) {
    const match = pattern.exec(source);
    if (!match?.groups)
      throw new Error(`the expression "${source}" is beyond what the local runtime understands`);
    tokens.push(match.groups);
  }
  return tokens;
}

function constant(value: unknown): Expression {
  return () => value;
}

function pathOrConstant(path: string): Expression {
  if (CONSTANTS.has(path)) return constant(CONSTANTS.get(path));
  const keys = path.split(".");
  return (scope) => valueAt(scope, keys);
}

/** The value that `keys` lead to in `root`, or undefined. */
export function valueAt(root: unknown, keys: readonly string[]): unknown {
  let value = root;
  for (const key of keys) {
    if (value === null || typeof value !== "object" || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

/** As in CEL, only like is compared with like. What can't be compared is false. */
function compare(apply: (a: number | string, b: number | string) => boolean): Binary {
  return (a, b) =>
    (typeof a === "number" && typeof b === "number" && apply(a, b)) ||
    (typeof a === "string" && typeof b === "string" && apply(a, b));
}

function add(a: unknown, b: unknown): unknown {
  return typeof a === "number" && typeof b === "number" ? a + b : `${a}${b}`;
}
