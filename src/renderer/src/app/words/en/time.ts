/** Words of time left. */
export const time = {
  daysHours: '{days} d {hours} h left',
  hoursMinutes: '{hours} h {minutes} min left',
  minutes: '{minutes} min left',
  over: 'Expired {date}',
  due: 'Answer due {date}',
} as const
