// Lua's stack has room for 8,000 values in a call.
const FIELDS_A_CALL = 1000;

/**
 * How many of the last writes of a partition are remembered, some 100 bytes each: when, and by whom. A bulk load's
 * writes hold 500 postings each, so these are the last half million of a partition, and the last thousand in calm.
 */
export const BATCHES_KEPT = 1024;

/**
 * KEYS: state, names, one key a view. ARGV: expected, position, log, now, replica, names…, a JSON list [fields,
 * numbers to add] a view, then id, contribution pairs. Fields are read and written many at a time: an HINCRBY for each
 * takes three times as long, and an entry of the append-only file each. Which offsets were counted when and by whom
 * stands in a ring of fields of `state`, so it changes with the position, and goes with it.
 */
export const writeScript = `
local position = redis.call('HGET', KEYS[1], '@position') or '-1'
if position ~= ARGV[1] then return {0, position} end
local views = #KEYS - 2
for from = 1, views, ${FIELDS_A_CALL} do
  local to = math.min(from + ${FIELDS_A_CALL} - 1, views)
  redis.call('SADD', KEYS[2], unpack(ARGV, 5 + from, 5 + to))
end
local text = setmetatable({}, {__index = function(known, n)
  local written = string.format('%d', n)
  known[n] = written
  return written
end})
for i = 1, views do
  local key = KEYS[2 + i]
  local change = cjson.decode(ARGV[5 + views + i])
  local fields, more = change[1], change[2]
  for from = 1, #fields, ${FIELDS_A_CALL} do
    local to = math.min(from + ${FIELDS_A_CALL} - 1, #fields)
    local present = redis.call('HMGET', key, unpack(fields, from, to))
    local kept, gone = {}, {}
    local size = 0
    for j = from, to do
      local held = present[j - from + 1]
      local sum = held and held + more[j] or more[j]
      if sum == 0 then
        gone[#gone + 1] = fields[j]
      else
        kept[size + 1] = fields[j]
        kept[size + 2] = text[sum]
        size = size + 2
      end
    end
    if size > 0 then redis.call('HSET', key, unpack(kept)) end
    if #gone > 0 then redis.call('HDEL', key, unpack(gone)) end
  end
end
for i = 6 + 2 * views, #ARGV, 2 do redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1]) end
local batch = (redis.call('HGET', KEYS[1], '@batches') or 0) + 1
redis.call('HSET', KEYS[1], '@batches', text[batch],
  '@batch:' .. text[batch % ${BATCHES_KEPT}], ARGV[1] .. ' ' .. ARGV[2] .. ' ' .. ARGV[4] .. ' ' .. ARGV[5])
redis.call('HSET', KEYS[1], '@position', ARGV[2], '@fetched', ARGV[2] + 1, '@log', ARGV[3], '@seen', ARGV[4])
return {1, ARGV[2]}`;

/** KEYS: state. ARGV: expected, fetched, live, log, now. */
export const touchScript = `
local position = redis.call('HGET', KEYS[1], '@position') or '-1'
if position ~= ARGV[1] then return position end
redis.call('HSET', KEYS[1], '@fetched', ARGV[2], '@log', ARGV[4], '@seen', ARGV[5])
if ARGV[3] == '1' then redis.call('HSET', KEYS[1], '@live', '1') end
return position`;

/** KEYS: state, names. Returns the position and the names. */
export const namesScript = `
local answer = redis.call('SMEMBERS', KEYS[2])
table.insert(answer, 1, redis.call('HGET', KEYS[1], '@position') or '-1')
return answer`;

/** KEYS: state, one key a view. Returns the position and the views. */
export const readViewsScript = `
local answer = {redis.call('HGET', KEYS[1], '@position') or '-1'}
for i = 2, #KEYS do answer[i] = redis.call('HGETALL', KEYS[i]) end
return answer`;

/**
 * KEYS: state, then for each year the counts of single skills and those of pairs. ARGV: the skill, the prefix of a
 * skill's field, the separator of a pair, the prefix of a field of duplicates. Returns the position, then for each
 * year all counts of single skills and those of pairs with the skill, and of duplicates where the other skill has any.
 * Looks a pair up in both orders: how Redis compares two texts depends on its machine's locale.
 */
export const readPairsScript = `
local answer = {redis.call('HGET', KEYS[1], '@position') or '-1'}
for i = 2, #KEYS, 2 do
  local singles = redis.call('HGETALL', KEYS[i])
  answer[i] = singles
  local fields = {}
  for j = 1, #singles, 2 do
    for _, before in ipairs({'', ARGV[4]}) do
      local prefix = before .. ARGV[2]
      if string.sub(singles[j], 1, #prefix) == prefix then
        local other = string.sub(singles[j], #prefix + 1)
        fields[#fields + 1] = before .. ARGV[1] .. ARGV[3] .. other
        fields[#fields + 1] = before .. other .. ARGV[3] .. ARGV[1]
      end
    end
  end
  local found = {}
  for from = 1, #fields, ${FIELDS_A_CALL} do
    local to = math.min(from + ${FIELDS_A_CALL} - 1, #fields)
    for j, held in ipairs(redis.call('HMGET', KEYS[i + 1], unpack(fields, from, to))) do
      if held then
        found[#found + 1] = fields[from + j - 1]
        found[#found + 1] = held
      end
    end
  end
  answer[i + 1] = found
end
return answer`;

/**
 * KEYS: names, state, one key a view. Returns the position, then the fields of every view; nothing when there are more
 * views by now than are named.
 */
export const snapshotScript = `
if redis.call('SCARD', KEYS[1]) ~= #KEYS - 2 then return {} end
local answer = {redis.call('HGET', KEYS[2], '@position') or '-1'}
for i = 3, #KEYS do answer[i - 1] = redis.call('HGETALL', KEYS[i]) end
return answer`;

/**
 * KEYS: names, state, one key a view. Deletes a version of a partition atomically: an owner that still exists notices
 * by the position. Returns 0 when there are more views by now than are named.
 */
export const dropScript = `
if redis.call('SCARD', KEYS[1]) ~= #KEYS - 2 then return 0 end
for from = 1, #KEYS, ${FIELDS_A_CALL} do
  redis.call('UNLINK', unpack(KEYS, from, math.min(from + ${FIELDS_A_CALL} - 1, #KEYS)))
end
return 1`;
