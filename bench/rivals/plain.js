// What a page without any library does: the floor under every rival that draws by Math.random.

/** A bare loop; normals by the polar angle (Box and Muller). */
export async function start() {
  return (kind, count) => {
    const values = new Float32Array(count || 0);
    if (kind === "uniform") return () => fillUniform(values);
    if (kind === "normal") return () => fillNormal(values);
    return "a bare loop only draws";
  };
}

function fillUniform(values) {
  for (let i = 0; i < values.length; i++) values[i] = Math.random();
}

function fillNormal(values) {
  for (let i = 0; i < values.length; i += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - Math.random()));
    const angle = 2 * Math.PI * Math.random();
    values[i] = radius * Math.cos(angle);
    values[i + 1] = radius * Math.sin(angle);
  }
}
