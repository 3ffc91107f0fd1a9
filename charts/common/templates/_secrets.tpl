{{/*
Variables that come from Secrets, and the name of the pod, by which it is found on the page. Takes root and engines (a list
of kafka, mongodb, redis).
*/}}
{{- define "common.secretEnv" -}}
{{- $variables := dict "kafka" "KAFKA_SASL_PASSWORD" "mongodb" "MONGO_PASSWORD" "redis" "REDIS_PASSWORD" }}
{{- range .engines }}
{{- include "common.engine.password" (dict "root" $.root "engine" . "variable" (get $variables .)) }}
{{- if and (eq . "redis") $.root.Values.global.redis.existingSecret.sentinelPasswordKey }}
- name: REDIS_SENTINEL_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ $.root.Values.global.redis.existingSecret.name | quote }}
      key: {{ $.root.Values.global.redis.existingSecret.sentinelPasswordKey | quote }}
{{- end }}
{{- end }}
{{- include "common.auth.demoEnv" .root }}
{{- include "common.tracing.headersEnv" .root }}
{{- end }}

{{/*
Checksum over the user's own Secrets that a service uses, so that an upgrade after a changed password restarts it. Takes
root and engines.
*/}}
{{- define "common.secretChecksum" -}}
{{- $names := include "common.auth.ownSecrets" .root | splitList " " -}}
{{- $tracing := .root.Values.global.tracing -}}
{{- $names = append $names (ternary $tracing.headersSecret.name "" (ne $tracing.endpoint "")) -}}
{{- range .engines -}}
{{- $engine := index $.root.Values.global . -}}
{{- $names = append $names $engine.existingSecret.name -}}
{{- $names = append $names (ternary $engine.tls.caSecret.name "" $engine.tls.enabled) -}}
{{- end -}}
{{ include "common.checksumOfSecrets" (dict "root" .root "names" $names) }}
{{- end }}

{{/*
The same of Secrets by their names, of which some may be empty. Only a run with access to the cluster can read them;
elsewhere it is the same always. More people may read pods than Secrets, so it is also over the uid of each Secret, which is
random, and known to whoever may read the Secret: from the sum alone no password can be guessed. Takes root and names.
*/}}
{{- define "common.checksumOfSecrets" -}}
{{- $seen := list -}}
{{- range compact .names -}}
{{- $found := lookup "v1" "Secret" $.root.Release.Namespace . -}}
{{- $uid := dig "metadata" "uid" "" ($found | default dict) -}}
{{- $seen = append $seen (dict . ($found.data | default dict) "uid" $uid) -}}
{{- end -}}
{{- if $seen -}}
checksum/secrets: {{ toJson $seen | sha256sum }}
{{- end -}}
{{- end }}

{{/* Volumes and mounts for the certificate authorities of engines with TLS, and of the issuer. Take root and engines. */}}
{{- define "common.caVolumes" -}}
{{- range .engines }}
{{- $tls := (index $.root.Values.global .).tls }}
{{- if and $tls.enabled $tls.caSecret.name }}
- name: {{ . }}-ca
  secret:
    secretName: {{ $tls.caSecret.name | quote }}
    items:
      - key: {{ $tls.caSecret.key | quote }}
        path: ca.crt
{{- end }}
{{- end }}
{{- with .root.Values.global.auth }}
{{- if and .issuer .caSecret.name }}
- name: issuer-ca
  secret:
    secretName: {{ .caSecret.name | quote }}
    items:
      - key: {{ .caSecret.key | quote }}
        path: ca.crt
{{- end }}
{{- end }}
{{- end }}

{{- define "common.caMounts" -}}
{{- range .engines }}
{{- $tls := (index $.root.Values.global .).tls }}
{{- if and $tls.enabled $tls.caSecret.name }}
- name: {{ . }}-ca
  mountPath: {{ include "common.engine.caFile" . | dir }}
  readOnly: true
{{- end }}
{{- end }}
{{- with .root.Values.global.auth }}
{{- if and .issuer .caSecret.name }}
- name: issuer-ca
  mountPath: {{ include "common.engine.caFile" "issuer" | dir }}
  readOnly: true
{{- end }}
{{- end }}
{{- end }}
