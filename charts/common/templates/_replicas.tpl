{{/* Says `true` where an autoscaler decides on the replicas. */}}
{{- define "common.autoscaled" -}}
{{- if or ((.Values.autoscaling | default dict).enabled) ((.Values.keda | default dict).enabled) }}true{{ end -}}
{{- end }}

{{/* The autoscaler's own values, as YAML. */}}
{{- define "common.autoscaler" -}}
{{- if (.Values.autoscaling | default dict).enabled }}{{ toYaml .Values.autoscaling }}
{{- else if (.Values.keda | default dict).enabled }}{{ toYaml .Values.keda }}{{ end -}}
{{- end }}

{{/* The fewest replicas that run when nothing is wrong. */}}
{{- define "common.minReplicas" -}}
{{- if include "common.autoscaled" . }}{{ (include "common.autoscaler" . | fromYaml).minReplicas }}
{{- else }}{{ .Values.replicas | default 1 }}{{ end -}}
{{- end }}

{{/* Says `true` where the values do not say how many replicas run: an autoscaler does, or whoever scales by hand. */}}
{{- define "common.replicas.open" -}}
{{- if or (include "common.autoscaled" .) (kindIs "invalid" .Values.replicas) }}true{{ end -}}
{{- end }}

{{/*
The replicas of the Deployment: a line, or nothing. What an earlier manifest had and this one has not is taken away, and
then one runs until the autoscaler has looked. So once the values leave them open, it is as many as run, within the
autoscaler's bounds. Nothing is said without a cluster to look into: a number would be the autoscaler's opponent each time
that manifests are applied.
*/}}
{{- define "common.replicas" -}}
{{- if not (include "common.replicas.open" .) -}}
replicas: {{ .Values.replicas | int }}
{{- else -}}
{{- $scaler := include "common.autoscaler" . | fromYaml -}}
{{- with lookup "apps/v1" "Deployment" .Release.Namespace (include "common.fullname" .) -}}
{{- if not (include "common.replicas.leftOut" (dict "live" . "helm" $.Capabilities.HelmVersion.Version)) -}}
{{- $runs := .spec.replicas | int -}}
replicas: {{ if $scaler }}{{ min (max $runs $scaler.minReplicas) $scaler.maxReplicas }}{{ else }}{{ $runs }}{{ end }}
{{- end -}}
{{- else -}}
{{- /* Every namespace has this ConfigMap, so there is a cluster. */ -}}
{{- if and $scaler (lookup "v1" "ConfigMap" .Release.Namespace "kube-root-ca.crt") -}}
replicas: {{ $scaler.minReplicas }}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/*
Says `true` where leaving them out takes nothing away: the Deployment is applied by the server (helm 4), which knows whose
they are, and they are not this release's alone, since an autoscaler has scaled it. A number would be a conflict as soon as
the autoscaler has another, in a rollback too. Takes live (the Deployment) and helm (its version).
*/}}
{{- define "common.replicas.leftOut" -}}
{{- $applied := false -}}
{{- $ours := false -}}
{{- $theirs := false -}}
{{- range .live.metadata.managedFields -}}
{{- $spec := index (.fieldsV1 | default dict) "f:spec" | default dict -}}
{{- if and (eq .operation "Apply") (hasKey $spec "f:template") -}}
{{- $applied = true -}}
{{- $ours = hasKey $spec "f:replicas" -}}
{{- else if hasKey $spec "f:replicas" -}}
{{- $theirs = true -}}
{{- end -}}
{{- end -}}
{{- if and $applied (or $theirs (not $ours)) (semverCompare ">=4.0.0-0" .helm) }}true{{ end -}}
{{- end }}

{{/*
What a PodDisruptionBudget promises, empty where only one replica can ever run: a budget there would only block drains.
Where there may be one replica at times, minAvailable would block them too, so one may always be away. Pods that are not
ready serve nobody, and can always be evicted: else a broken one would hold up a drain for good.
*/}}
{{- define "common.disruption" -}}
{{- if gt (include "common.minReplicas" . | int) 1 -}}
minAvailable: 1
unhealthyPodEvictionPolicy: AlwaysAllow
{{- else if include "common.replicas.open" . -}}
maxUnavailable: 1
unhealthyPodEvictionPolicy: AlwaysAllow
{{- end -}}
{{- end }}

{{/* How an upgrade replaces pods. Takes strategy. */}}
{{- define "common.strategy" -}}
{{- if eq .type "Recreate" -}}
type: Recreate
{{- else -}}
{{- $zero := list "0" "0%" -}}
{{- $rolling := .rollingUpdate | default dict -}}
{{- if and (has (toString $rolling.maxUnavailable) $zero) (has (toString $rolling.maxSurge) $zero) -}}
{{- fail "strategy.rollingUpdate.maxUnavailable and strategy.rollingUpdate.maxSurge are both 0, so no pod could ever be replaced" -}}
{{- end -}}
{{ toYaml . }}
{{- end -}}
{{- end }}
