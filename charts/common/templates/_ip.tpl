{{/* Address families of a Service; without a word of the values the cluster decides. */}}
{{- define "common.ipFamilies" -}}
{{- with .Values.global.ipFamilyPolicy }}
ipFamilyPolicy: {{ . }}
{{- end }}
{{- with .Values.global.ipFamilies }}
ipFamilies: {{ toJson . }}
{{- end }}
{{- end }}

{{/* Says `true` where a Service may have an IPv6 address, so that what is behind it has to listen there, too. */}}
{{- define "common.ipv6" -}}
{{- if or (has "IPv6" .Values.global.ipFamilies) (contains "DualStack" (.Values.global.ipFamilyPolicy | default "")) }}true{{ end -}}
{{- end }}
