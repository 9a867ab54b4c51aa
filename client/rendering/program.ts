/** A linked program and the places of its uniforms. */
export interface Program {
  program: WebGLProgram;
  /** Makes it the one that draws. */
  activate(): void;
  at(uniform: string): WebGLUniformLocation | null;
}

const compile = (gl: WebGL2RenderingContext, type: GLenum, source: string): WebGLShader => {
  const shader = gl.createShader(type) as WebGLShader;
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  return shader;
};

/** Compiles all sources before asking for any result, so that a driver may work on them side by side. Throws with the driver's log. */
export function link<Name extends string>(
  gl: WebGL2RenderingContext,
  sources: Record<Name, { vertex: string; fragment: string }>,
): Record<Name, Program> {
  const names = Object.keys(sources) as Name[];
  const started = names.map((name) => {
    const program = gl.createProgram() as WebGLProgram;
    const parts = [compile(gl, gl.VERTEX_SHADER, sources[name].vertex), compile(gl, gl.FRAGMENT_SHADER, sources[name].fragment)];
    for (const part of parts) gl.attachShader(program, part);
    gl.linkProgram(program);
    return { name, program, parts };
  });
  const linked = started.map(({ name, program, parts }) => {
    if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
      const log = [gl.getProgramInfoLog(program), ...parts.map((part) => gl.getShaderInfoLog(part))].filter(Boolean).join("; ");
      throw new Error(`Drawing refused: the graphics driver rejects the ${name} program (${log}); update the driver or the browser.`);
    }
    for (const part of parts) gl.deleteShader(part);
    const places = new Map<string, WebGLUniformLocation | null>();
    const at = (uniform: string): WebGLUniformLocation | null => {
      const known = places.get(uniform);
      if (known !== undefined) return known;
      const place = gl.getUniformLocation(program, uniform);
      places.set(uniform, place);
      return place;
    };
    const activate = (): void => gl.useProgram(program);
    return [name, { program, at, activate }] as const;
  });
  return Object.fromEntries(linked) as Record<Name, Program>;
}
