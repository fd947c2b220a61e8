-- Float arithmetic on records with named fields. With type annotations.
local clock = bench_clock or os.clock
local N: integer = tonumber(arg and arg[1]) or 150000

local sqrt = math.sqrt
local PI: number = 3.141592653589793
local SOLAR: number = 4 * PI * PI
local YEAR: number = 365.24

type Body = { x: number, y: number, z: number, vx: number, vy: number, vz: number, mass: number }

local function body(x: number, y: number, z: number, vx: number, vy: number, vz: number, m: number): Body
  return { x = x, y = y, z = z, vx = vx * YEAR, vy = vy * YEAR, vz = vz * YEAR, mass = m * SOLAR }
end

local function system(): {Body}
  return {
    body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0),
    body(4.84143144246472090, -1.16032004402742839, -0.103622044471123109,
      0.00166007664274403694, 0.00769901118419740425, -0.0000690460016972063023, 0.000954791938424326609),
    body(8.34336671824457987, 4.12479856412430479, -0.403523417114321381,
      -0.00276742510726411899, 0.00499852801234917238, 0.0000230417297573763929, 0.000285885980666130812),
    body(12.8943695621391310, -15.1111514016986312, -0.223307578892655734,
      0.00296460137564761618, 0.00237847173959480950, -0.0000296589568540237556, 0.0000436624404335156298),
    body(15.3796971148509165, -25.9193146099879641, 0.179258772950371181,
      0.00268067772490389322, 0.00162824170038242295, -0.0000951592254519715870, 0.0000515138902046611451),
  }
end

local function advance(bodies: {Body}, nb: integer, dt: number)
  for i = 1, nb do
    local bi = bodies[i]
    local bx, by, bz, bm = bi.x, bi.y, bi.z, bi.mass
    local vx, vy, vz = bi.vx, bi.vy, bi.vz
    for j = i + 1, nb do
      local bj = bodies[j]
      local dx, dy, dz = bx - bj.x, by - bj.y, bz - bj.z
      local d2 = dx * dx + dy * dy + dz * dz
      local mag = sqrt(d2)
      mag = dt / (mag * d2)
      local mj = bj.mass * mag
      vx = vx - dx * mj
      vy = vy - dy * mj
      vz = vz - dz * mj
      local mi = bm * mag
      bj.vx = bj.vx + dx * mi
      bj.vy = bj.vy + dy * mi
      bj.vz = bj.vz + dz * mi
    end
    bi.vx, bi.vy, bi.vz = vx, vy, vz
    bi.x = bx + dt * vx
    bi.y = by + dt * vy
    bi.z = bz + dt * vz
  end
end

local function energy(bodies: {Body}, nb: integer): number
  local e: number = 0.0
  for i = 1, nb do
    local b = bodies[i]
    e = e + 0.5 * b.mass * (b.vx * b.vx + b.vy * b.vy + b.vz * b.vz)
    for j = i + 1, nb do
      local c = bodies[j]
      local dx, dy, dz = b.x - c.x, b.y - c.y, b.z - c.z
      e = e - b.mass * c.mass / sqrt(dx * dx + dy * dy + dz * dz)
    end
  end
  return e
end

local function offset(bodies: {Body}, nb: integer)
  local px: number, py: number, pz: number = 0.0, 0.0, 0.0
  for i = 1, nb do
    local b = bodies[i]
    px = px + b.vx * b.mass
    py = py + b.vy * b.mass
    pz = pz + b.vz * b.mass
  end
  bodies[1].vx = -px / SOLAR
  bodies[1].vy = -py / SOLAR
  bodies[1].vz = -pz / SOLAR
end

local function kernel(n: integer): string
  local bodies = system()
  local nb = #bodies
  offset(bodies, nb)
  local e0 = energy(bodies, nb)
  for _ = 1, n do advance(bodies, nb, 0.01) end
  return string.format("%.9f %.9f", e0, energy(bodies, nb))
end

local t0 = clock()
local r = kernel(N)
local t1 = clock()
print("RESULT nbody " .. r)
print("TIME nbody " .. string.format("%.4f", t1 - t0))
