{{/* Where pods go: spread over zones and nodes where there are several, what the values say, and what names they know. */}}
{{- define "common.scheduling" -}}
{{- if and .Values.topologySpread.enabled .Values.topologySpread.topologyKeys }}
topologySpreadConstraints:
  {{- range $key := .Values.topologySpread.topologyKeys }}
  - maxSkew: 1
    topologyKey: {{ $key | quote }}
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- include "common.selectorLabels" $ | nindent 8 }}
  {{- end }}
{{- end }}
{{- include "common.placement" .Values }}
{{- with .Values.hostAliases }}
hostAliases:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.dnsConfig }}
dnsConfig:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{/* On which nodes pods may be. Takes values with priorityClassName, nodeSelector, tolerations and affinity. */}}
{{- define "common.placement" -}}
{{- with .priorityClassName }}
priorityClassName: {{ . | quote }}
{{- end }}
{{- with .nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}
